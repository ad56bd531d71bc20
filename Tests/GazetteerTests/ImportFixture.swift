import Foundation
import Gazetteer

/// Made-up rows in the form of GeoNames' dumps, beside the small world.
enum ImportFixture {
  /// One row of the main table: 19 columns, those nobody reads filled in.
  static func row(
    _ id: Int, _ name: String, _ names: String = "", at position: (Double, Double), _ feature: String,
    _ country: String = "UA", admin1: String = "", admin2: String = "", population: Int = 0
  ) -> String {
    let parts = feature.split(separator: ".").map(String.init)
    let ascii = String(name.unicodeScalars.filter(\.isASCII).map(Character.init))
    return [
      String(id), name, ascii, names, String(position.0), String(position.1), parts[0], parts[1], country,
      "", admin1, admin2, "", "", String(population), "", "100", "Europe/Kyiv", "2024-01-01",
    ].joined(separator: "\t")
  }

  static let rows = [
    // Ships already: moved, renamed, with another population.
    row(
      698740, "Odesa City", "Odessos,Одеса", at: (46.5, 30.75), "P.PPLA", admin1: "17", admin2: "5110",
      population: 1_015_826),
    row(9_000_001, "Dobrynka", "Добринка,Dobrýnka", at: (46.6, 30.8), "P.PPL", admin1: "17", admin2: "5110"),
    row(9_000_002, "Mala Dobrynka", at: (46.7, 30.9), "P.PPL", admin1: "17", admin2: "5110"),
    row(698738, "Odeska Oblast", "Одещина", at: (46.75, 30.0), "A.ADM1", admin1: "17", population: 2_351_392),
    row(690791, "Ukraine", "Ucraina Mare", at: (49, 32.5), "A.PCLI", admin1: "00", population: 41_000_000),
    row(9_000_003, "Odeskyi Raion", at: (46.55, 30.7), "A.ADM2", admin1: "17", admin2: "5110"),
    row(9_000_004, "Tarrant", at: (32.77, -97.29), "A.ADM2", "US", admin1: "TX", admin2: "439"),
    row(9_000_005, "Synia River", "Синя", at: (47, 31), "H.STM"),
    row(9_000_006, "Kruta Hora", at: (47.1, 31.1), "T.MT"),
    row(9_000_007, "Zelenyi Park", at: (47.2, 31.2), "L.PRK"),
    row(9_000_008, "Stara Church", at: (47.3, 31.3), "S.CH"),
    row(9_000_009, "M05", at: (47.3, 31.3), "R.RD"),
    row(630_671, "Black Sea", "Euxine", at: (43.3, 34.1), "H.SEA", ""),
    row(9_000_010, "Black Sea", at: (-10, 100), "H.SEA", ""),
  ]

  static let alternateNames = """
    1\t9000001\tro\tDobrînca\t1\t\t\t\t\t
    2\t9000001\tru\tДобрынка\t\t\t\t\t\t
    3\t9000001\tlink\thttps://example.org/Dobrynka\t\t\t\t\t\t
    4\t9000001\ten\tSalty Corner\t\t\t1\t\t\t
    5\t703448\tabbr\tKYV\t\t\t\t\t\t
    6\t703448\ten\tKyiv City\t\t1\t\t\t\t
    7\t424242\ten\tNowhere Known\t\t\t\t\t\t
    """

  static func text(_ rows: [String], lineEnd: String = "\n") -> String {
    rows.map { $0 + lineEnd }.joined()
  }
}

/// A zip archive whose files are kept as they are.
enum StoredZip {
  static func archive(_ files: [(name: String, content: Data)]) -> Data {
    var archive = Data()
    var list = Data()
    for (name, content) in files {
      let offset = archive.count
      let common =
        number(0, 2) + number(0, 2) + number(0, 4) + number(Int(checksum(content)), 4)
        + number(content.count, 4) + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      archive += number(0x0403_4B50, 4) + number(20, 2) + common + Data(name.utf8) + content
      list += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common + number(0, 2)
      list += number(0, 2) + number(0, 2) + number(0, 4) + number(offset, 4) + Data(name.utf8)
    }
    let start = archive.count
    let end =
      number(0x0605_4B50, 4) + number(0, 2) + number(0, 2) + number(files.count, 2)
      + number(files.count, 2) + number(list.count, 4) + number(start, 4) + number(0, 2)
    return archive + list + end
  }

  private static func number(_ value: Int, _ count: Int) -> Data {
    Data((0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
  }

  private static func checksum(_ data: Data) -> UInt32 {
    var sum = UInt32.max
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
