import GeoKernel
import GeoModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// J4: rings round sites as GeoJSON text, with nine decimals, which is a tenth of a millimetre.
func rings(_ sites: [Coordinate], radius: Meters, segments: Int, runs: Int, output: String?) throws {
  let text = try measured("rings", runs: runs) {
    var writer = FeatureCollectionWriter(name: "rings", description: nil, coordinateDecimals: 9)
    for (i, site) in sites.enumerated() {
      let outline = try GeodesicDisc(center: site, radius: radius).outline(segments: segments)
      writer.append(geometry: outline) { $0.add("id", i) }
    }
    return writer.finish()
  }
  guard let output else { return }
  guard let file = fopen(output, "wb") else { throw Problem("\(output): cannot write it") }
  defer { fclose(file) }
  fwrite(text, 1, text.count, file)
}
