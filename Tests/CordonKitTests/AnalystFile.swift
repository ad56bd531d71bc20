import Foundation

/// The analyst's reading of the sample reports, a file that may stand beside the checkout.
struct AnalystFile: Decodable {
  struct Dates: Decodable { let start, end: String }
  struct Mention: Decodable { let seed: String, quote: String, offset, length: Int }
  struct Place: Decodable { let lat, lon, radiusM: Double }

  /// A number, or words such as "some employees".
  enum Toll: Decodable {
    case number(Int)
    case some

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      self = if let number = try? value.decode(Int.self) { .number(number) } else { .some }
    }
  }

  struct Effects: Decodable {
    let killed: Int?
    let injured: Toll?
    let damage: String?
  }

  struct Claim: Decodable {
    let claimant, about: String
    let mention: Mention
  }

  struct Relation: Decodable {
    let type: String
    let value: Int?
    let metresEstimate: Double?
  }

  struct Variant: Decodable { let value: String? }

  struct Incident: Decodable {
    let id: String
    let date: Dates
    let kind: String
    let weapon: String?
    let weaponVariants: [Variant]?
    let targetSite: String
    let spatialRelation: Relation
    let location: Place
    let effects: Effects
    let mentions: [Mention]
    let claims: [Claim]
  }

  struct Contradiction: Decodable {
    let id: String
    let mentions: [Mention]
  }

  let incidents: [Incident]
  let contradictions: [Contradiction]

  static let url = SeedsTests.root.appending(path: "../shared/facts/incidents-gold.json")
  static var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

  static func read() throws -> AnalystFile {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(AnalystFile.self, from: Data(contentsOf: url))
  }
}
