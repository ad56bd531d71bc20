/// What becomes of a row of a dump, by its feature class and code.
///
/// Codes are those of GeoNames' list of feature codes (featureCodes_en.txt).
enum DumpFeature {
  case settlement
  /// Countries and divisions: what the tables that ship have, by code, takes the row's point and names.
  case division(FeatureClass)
  /// A natural feature: its class, its kind word and how far one of its kind typically reaches, in metres.
  case natural(FeatureClass, kind: String, radius: Float)
  /// Spots, roads, and what is of no use for saying where something was.
  case leftOut

  /// `nil` for a class that GeoNames does not have.
  init?(
    featureClass: UnsafeBufferPointer<UInt8>, code: UnsafeBufferPointer<UInt8>, includingSpots: Bool
  ) {
    guard featureClass.count <= 1 else { return nil }
    switch featureClass.first {
    case 0x50: self = .settlement
    case 0x41: self = Self.division(code)
    case 0x48: self = Self.table[Self.key(0x48, code)] ?? .natural(.water, kind: "water", radius: 5000)
    case 0x54: self = Self.table[Self.key(0x54, code)] ?? .natural(.other, kind: "landform", radius: 5000)
    case 0x4C: self = Self.table[Self.key(0x4C, code)] ?? .natural(.other, kind: "area", radius: 5000)
    case 0x53: self = includingSpots ? .natural(.other, kind: "spot", radius: 500) : .leftOut
    case 0x52: self = includingSpots ? .natural(.other, kind: "road", radius: 5000) : .leftOut
    // Undersea features and vegetation; some rows have no class.
    case 0x55, 0x56, nil: self = .leftOut
    default: return nil
    }
  }

  private static func division(_ code: UnsafeBufferPointer<UInt8>) -> DumpFeature {
    switch String(decoding: code, as: UTF8.self) {
    case "PCLI", "PCL", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR": .division(.country)
    case "ADM1": .division(.region)
    case "ADM2": .division(.district)
    default: .leftOut
    }
  }

  private static func key(_ featureClass: UInt8, _ code: some Sequence<UInt8>) -> UInt64 {
    code.prefix(7).reduce(UInt64(featureClass)) { $0 << 8 | UInt64($1) }
  }

  private static let table: [UInt64: DumpFeature] = {
    var table: [UInt64: DumpFeature] = [:]
    for row in rows {
      for code in row.codes.split(separator: " ") {
        table[key(row.featureClass, code.utf8)] = .natural(row.kind.0, kind: row.kind.1, radius: row.radius)
      }
    }
    return table
  }()

  private typealias Row = (featureClass: UInt8, codes: String, kind: (FeatureClass, String), radius: Float)

  /// Radii are the order of magnitude of the kind, wide rather than narrow.
  private static let rows: [Row] = [
    (0x48, "OCN", (.water, "ocean"), 3_000_000),
    (0x48, "SEA", (.water, "sea"), 300_000),
    (0x48, "GULF", (.water, "gulf"), 100_000),
    (0x48, "STRT SD FJD FJDS", (.water, "strait"), 20_000),
    (0x48, "CHN CHNL CHNM CHNN", (.water, "channel"), 10_000),
    (0x48, "BAY BAYS BGHT COVE INLT LGN LGNS", (.water, "bay"), 10_000),
    (0x48, "CNL CNLA CNLI CNLN CNLD", (.water, "canal"), 10_000),
    (0x48, "LK LKS LKI LKN LKO LKSI LKSN LKX LKC LKNI", (.water, "lake"), 5000),
    (0x48, "RSV RSVI RSVT", (.water, "reservoir"), 5000),
    (0x48, "STM STMS STMA STMB STMC STMD STMH STMI STMIX STMM STMSB STMX", (.river, "river"), 30_000),
    (0x48, "SPNG SPNT SPNS WLL WLLQ WLLS WTRH PND PNDS FLLS GYSR", (.water, "water"), 1000),
    (0x54, "ISL ISLF ISLM ISLT ISLX ISLET ATOL", (.island, "island"), 10_000),
    (0x54, "ISLS", (.island, "archipelago"), 50_000),
    (0x54, "MT PK PKS VLC HLL HLLS SPUR", (.mountains, "mountain"), 5000),
    (0x54, "MTS RDGE UPLD", (.mountains, "mountains"), 30_000),
    (0x54, "PEN", (.other, "peninsula"), 30_000),
    (0x54, "DSRT ERG", (.other, "desert"), 100_000),
    (0x54, "PLN PLAT VAL VALS", (.other, "plain"), 20_000),
    (0x54, "CAPE HDLD PT", (.other, "cape"), 3000),
    (0x54, "PASS GAP", (.other, "pass"), 3000),
    (0x4C, "CONT", (.continent, "continent"), 4_000_000),
    (0x4C, "RGN RGNE RGNL RGNH AREA CST", (.worldRegion, "region"), 50_000),
    (0x4C, "PRK RES RESF RESN RESW RESA", (.other, "park"), 20_000),
    (0x4C, "MILB NVB", (.other, "base"), 5000),
    (0x4C, "OILF GASF MNA COLF", (.other, "field"), 10_000),
  ]
}
