/// A few punctuation marks, each the UTF-8 of a mark as one number; see `SentenceView.mark(_:)`.
struct MarkSet {
  private let marks: [UInt32]

  init(_ marks: String...) { self.marks = marks.map(Self.number) }

  func contains(_ mark: UInt32) -> Bool { mark != 0 && marks.contains(mark) }

  /// - Parameter mark: at most four bytes of UTF-8.
  static func number(_ mark: String) -> UInt32 { mark.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
