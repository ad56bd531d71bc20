internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much of a footprint lies within a radius of a site.
///
/// # Method
/// The incident is taken to be anywhere in the footprint with equal chance per unit of area, the site
/// anywhere in its accuracy disc, independently. The footprint is cut into `rows` rows of equal height
/// between the parallels that the ring reaches; in each row the stretches inside the footprint are
/// exact, and each is weighed at `columns` points with the share of the site's disc that is in reach.
/// Only the window around the ring is visited, so a small ring in a large region is as exact as any.
///
/// # Error
/// The earth is a sphere with the Gaussian radius of curvature at the site, which is wrong by at most
/// 0.3 % of a distance; with the rows together the chance is within 0.01 of the true one. The same
/// input always gives the same bits; nothing is random.
struct RingCoverage {
  private static let rows = 64
  private static let columns = 16

  private let outline: Outline
  private let siteLatitude: Double
  /// Metres of the radius of curvature.
  private let earthRadius: Double
  private let accuracy: Double

  /// - Parameters:
  ///   - footprint: an areal geometry, cut at the antimeridian.
  ///   - site: where the site is taken to be.
  ///   - accuracy: radius of the disc the site lies in.
  init(footprint: Geometry, site: Coordinate, accuracy: Meters) {
    outline = Outline(of: footprint, seenFrom: site)
    siteLatitude = site.latitude * .pi / 180
    earthRadius = gaussianRadius(atLatitude: site.latitude)
    self.accuracy = max(0, accuracy.value)
  }

  /// 0 ... 1; the share of footprint and site positions that are within `radius` of each other.
  func chance(within radius: Meters) -> Double {
    guard outline.area > 0, radius.value >= 0 else { return 0 }
    let reach = (radius.value + accuracy) / earthRadius
    let south = max(outline.south, siteLatitude - reach)
    let north = min(outline.north, siteLatitude + reach)
    guard south < north else { return 0 }

    let height = (north - south) / Double(Self.rows)
    let near = NearBand(radius: radius.value, accuracy: accuracy, earthRadius: earthRadius)
    var covered = 0.0
    outline.forEachRow(Self.rows, from: south, height: height) { row, crossings in
      let latitude = south + (Double(row) + 0.5) * height
      guard let half = halfWidth(ofCap: reach, atLatitude: latitude) else { return }
      let parallel = Parallel(latitude, seenFrom: siteLatitude)
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        for turn in [-2 * Double.pi, 0, 2 * Double.pi] {
          let west = max(crossings[pair] + turn, -half)
          let east = min(crossings[pair + 1] + turn, half)
          guard west < east else { continue }
          covered +=
            weight(from: west, to: east, on: parallel, near, radius: radius.value) * parallel.cosine
        }
      }
    }
    return min(1, max(0, covered * height / outline.area))
  }

  /// What all positions of one parallel have in common, seen from a site.
  private struct Parallel {
    let cosine: Double
    /// The haversine of the difference of the latitudes.
    private let base: Double
    private let scale: Double

    init(_ latitude: Double, seenFrom site: Double) {
      let dy = sin((latitude - site) / 2)
      cosine = cos(latitude)
      base = dy * dy
      scale = cosine * cos(site)
    }

    /// A longitude up to which all distances are below one whose haversine is given, with room for rounding;
    /// below 0 for none.
    func longitude(below haversine: Double) -> Double {
      guard scale > 0, haversine > base else { return -1 }
      return 2 * asin(min(1, ((haversine - base) / scale).squareRoot())) * (1 - 1e-9)
    }

    /// The haversine of the distance to a longitude; it keeps its digits at short distances.
    func haversine(toLongitude longitude: Double) -> Double {
      let dx = sin(longitude / 2)
      return base + scale * dx * dx
    }
  }

  /// Haversines below which all of the site's disc is in reach, and above which none of it is.
  ///
  /// Both leave room for rounding: in between it is worked out.
  private struct NearBand {
    let all: Double
    let none: Double

    init(radius: Double, accuracy: Double, earthRadius: Double) {
      func haversine(_ distance: Double) -> Double {
        let half = sin(min(max(0, distance) / (2 * earthRadius), .pi / 2))
        return half * half
      }
      all = haversine(radius - accuracy) * (1 - 1e-9)
      none = haversine(radius + accuracy) * (1 + 1e-9)
    }
  }

  /// The length of a stretch of a parallel in radians, each part weighed with how likely it is in reach.
  private func weight(
    from west: Double, to east: Double, on parallel: Parallel, _ near: NearBand, radius: Double
  ) -> Double {
    guard accuracy > 0 else { return east - west }
    let width = (east - west) / Double(Self.columns)
    var sum = 0.0
    let certain = parallel.longitude(below: near.all)
    // What lies as far to the east as to the west of the site weighs the same.
    let isEven = west == -east
    for column in 0..<(isEven ? Self.columns / 2 : Self.columns) {
      let longitude = west + (Double(column) + 0.5) * width
      if abs(longitude) < certain {
        sum += 1
        continue
      }
      let haversine = parallel.haversine(toLongitude: longitude)
      if haversine < near.all {
        sum += 1
      } else if haversine <= near.none {
        let distance = 2 * earthRadius * asin(min(1, haversine.squareRoot()))
        sum += DiscOverlap.share(ofDisc: accuracy, within: radius, at: distance)
      }
    }
    return (isEven ? 2 * sum : sum) * width
  }

  /// Half the longitudes of a parallel that a cap of angular radius `reach` covers; `nil` for none.
  private func halfWidth(ofCap reach: Double, atLatitude latitude: Double) -> Double? {
    let dy = sin((latitude - siteLatitude) / 2)
    let cap = sin(min(reach, .pi) / 2)
    let scale = cos(latitude) * cos(siteLatitude)
    let square = cap * cap - dy * dy
    guard square > 0 else { return nil }
    guard scale > 0, square < scale else { return .pi }
    return 2 * asin((square / scale).squareRoot())
  }
}

/// The Gaussian radius of curvature of WGS 84 in metres, the mean over all directions.
func gaussianRadius(atLatitude degrees: Double) -> Double {
  let a = 6_378_137.0
  let b = 6_356_752.314_245_179
  let latitude = degrees * .pi / 180
  let ac = a * cos(latitude)
  let bs = b * sin(latitude)
  return a * a * b / (ac * ac + bs * bs)
}
