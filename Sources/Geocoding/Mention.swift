public import Gazetteer

/// A span of a document that names a place or a site.
public struct Mention: Sendable {
  /// What the words do in their sentence; only a `place` and a `site` are somewhere.
  public enum Role: String, Sendable {
    /// Stands for the place itself.
    case place
    /// Names a registered or composed site ("the Azerbaijani embassy in Kyiv", "the embassy").
    case site
    /// An adjective or a people ("Ukrainian", "азербайджанский").
    case demonym
    /// Stands for a government, a team or an institution ("Moscow said").
    case metonym
    /// Part of a person's, an organisation's or an event's name ("Vienna Convention").
    case namePart = "name_part"
  }

  /// What the mention was found to mean.
  public enum Referent: Sendable {
    case place(PlaceID)
    indirect case site(Site)
    /// A site nobody registered: its kind, who runs it if known, and the place it is in if known.
    indirect case unregisteredSite(UnregisteredSite)
    /// Nothing fits; the reason is a sentence.
    case unresolved(reason: String)

    /// The state whose site it is, as ISO 3166-1 alpha-2; `nil` for a place, and where nobody knows.
    public var operatorCountry: String? {
      switch self {
      case .site(let site): site.operatorCountry
      case .unregisteredSite(let site): site.operatorCountry
      case .place, .unresolved: nil
      }
    }
  }

  /// UTF-8 bytes of the document's text.
  public var range: Range<Int>
  /// Indices of its tokens in the document.
  public var tokens: Range<Int>
  /// Index of the sentence in the document.
  public var sentence: Int
  public var role: Role
  public var referent: Referent
  /// How likely the referent is right, 0 ... 1.
  public var probability: Double
  /// How likely the words name a place here at all, 0 ... 1; 1 for what is composed of several words.
  public var nameProbability: Double = 1
  /// How likely the words name a place here, and this one, 0 ... 1; of what is no place, ``probability`` itself.
  public var likelihood: Double {
    role == .place || role == .metonym ? probability * nameProbability : probability
  }
  /// What spoke for the referent, one phrase each.
  public var reasons: [String] {
    get {
      switch basis {
      case .phrases(let phrases): phrases
      case .choice(let choice): choice.phrases
      }
    }
    set { basis = .phrases(newValue) }
  }
  /// `true` for a bare "the embassy", "the mission": a site named earlier.
  public var isAnaphoric: Bool

  /// The reasons, put in words only when somebody asks.
  private var basis: Basis

  enum Basis: Sendable {
    case phrases([String])
    case choice(PlaceReasons.Choice)
  }

  public init(
    range: Range<Int>, tokens: Range<Int>, sentence: Int, role: Role, referent: Referent,
    probability: Double, reasons: [String] = [], isAnaphoric: Bool = false
  ) {
    self.init(
      range: range, tokens: tokens, sentence: sentence, role: role, referent: referent,
      probability: probability, basis: .phrases(reasons), isAnaphoric: isAnaphoric)
  }

  init(
    range: Range<Int>, tokens: Range<Int>, sentence: Int, role: Role, referent: Referent,
    probability: Double, basis: Basis, isAnaphoric: Bool = false
  ) {
    self.range = range
    self.tokens = tokens
    self.sentence = sentence
    self.role = role
    self.referent = referent
    self.probability = probability
    self.basis = basis
    self.isAnaphoric = isAnaphoric
  }
}

/// A site that was named but is in no register; it is placed at its city, with the city's radius.
public struct UnregisteredSite: Hashable, Sendable {
  /// A tag of the lexicon's `facility` section ("embassy", "oil_depot").
  public let kind: String
  /// ISO 3166 alpha-2 of the state that runs it.
  public let operatorCountry: String?
  /// A company or other name that runs it ("SOCAR").
  public let operatorName: String?
  /// The settlement or region it is in.
  public let place: PlaceID?
  /// In English, as reports show it: "Embassy of Sweden in Baghdad".
  public let name: String

  public init(
    kind: String, operatorCountry: String?, operatorName: String?, place: PlaceID?, name: String
  ) {
    self.kind = kind
    self.operatorCountry = operatorCountry
    self.operatorName = operatorName
    self.place = place
    self.name = name
  }
}
