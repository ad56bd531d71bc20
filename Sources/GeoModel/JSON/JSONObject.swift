/// The members of a JSON object in the order they were put in; every name occurs once.
///
/// Two objects are equal when they have the same members in the same order. Look-up goes through the members
/// one by one, which is the fastest way for the few members an object has.
public struct JSONObject: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public let name: String
    public var value: JSONValue

    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  public private(set) var members: [Member]

  public init() { members = [] }

  /// A name that comes again replaces the value and keeps the first place.
  public init(_ pairs: some Sequence<(String, JSONValue)>) { self.init(Array(pairs)) }

  /// The same of an array, which most are made of.
  public init(_ pairs: [(String, JSONValue)]) {
    members = []
    members.reserveCapacity(pairs.count)
    for (name, value) in pairs {
      if let place = members.firstIndex(where: { $0.name == name }) {
        members[place].value = value
      } else {
        members.append(Member(name: name, value: value))
      }
    }
  }

  /// For members already known to have different names.
  init(distinct members: [Member]) { self.members = members }

  public var count: Int { members.count }
  public var isEmpty: Bool { members.isEmpty }

  /// `nil` when there is no such member. Setting appends or replaces; setting `nil` removes.
  public subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let place = members.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
