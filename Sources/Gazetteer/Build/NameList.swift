/// Reads fields that hold several names: forms parted by `|`, each with or without a language tag.
enum NameList {
  /// Calls `body` with every form of `form|form`; empty ones are passed over.
  static func forEachPlain(
    _ field: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for index in 0...field.count where index == field.count || field[index] == 0x7C {
      if index > start { body(UnsafeBufferPointer(rebasing: field[start..<index])) }
      start = index + 1
    }
  }

  /// Calls `body` with tag and form of every `lang:form`; a form without a tag has an empty one.
  ///
  /// A tag is two or three small letters, or those and a hyphenated part ("zh-hant").
  static func forEachTagged(
    _ field: UnsafeBufferPointer<UInt8>,
    _ body: (_ tag: UnsafeBufferPointer<UInt8>, _ form: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    forEachPlain(field) { item in
      let tagEnd = tagLength(item)
      guard let tagEnd else { return body(UnsafeBufferPointer(rebasing: item[0..<0]), item) }
      let form = UnsafeBufferPointer(rebasing: item[(tagEnd + 1)...])
      if !form.isEmpty { body(UnsafeBufferPointer(rebasing: item[..<tagEnd]), form) }
    }
  }

  private static func tagLength(_ item: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let colon = item.firstIndex(of: 0x3A), colon <= 12 else { return nil }
    let isTag = item[..<colon].allSatisfy { byte in
      byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte == 0x2D || byte == 0x5F
    }
    let letters = item[..<colon].prefix { $0 != 0x2D && $0 != 0x5F }.count
    return isTag && (colon == 0 || letters == 2 || letters == 3) ? colon : nil
  }
}
