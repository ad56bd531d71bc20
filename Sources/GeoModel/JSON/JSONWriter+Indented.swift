extension JSONWriter {
  /// For people: two blanks per level, and on one line what has no objects in it and is short.
  public mutating func append(indented value: JSONValue) { append(indented: value, level: 0) }

  private mutating func append(indented value: JSONValue, level: Int) {
    switch value {
    case .array(let elements) where !isFlat(elements):
      append(byte: UInt8(ascii: "["))
      for (i, element) in elements.enumerated() {
        newLine(level + 1, isFirst: i == 0)
        append(indented: element, level: level + 1)
      }
      newLine(level, isFirst: true)
      append(byte: UInt8(ascii: "]"))
    case .array(let elements):
      append(byte: UInt8(ascii: "["))
      for (i, element) in elements.enumerated() {
        if i > 0 { append(raw: ", ") }
        append(element)
      }
      append(byte: UInt8(ascii: "]"))
    case .object(let object) where !object.isEmpty:
      append(byte: UInt8(ascii: "{"))
      for (i, member) in object.members.enumerated() {
        newLine(level + 1, isFirst: i == 0)
        append(member.name)
        append(raw: ": ")
        append(indented: member.value, level: level + 1)
      }
      newLine(level, isFirst: true)
      append(byte: UInt8(ascii: "}"))
    default: append(value)
    }
  }

  private func isFlat(_ elements: [JSONValue]) -> Bool {
    elements.count <= 16
      && elements.allSatisfy { element in
        switch element {
        case .array, .object: false
        case .string(let text): text.utf8.count <= 40
        default: true
        }
      }
  }

  private mutating func newLine(_ level: Int, isFirst: Bool) {
    if !isFirst { append(byte: UInt8(ascii: ",")) }
    append(byte: UInt8(ascii: "\n"))
    for _ in 0..<level { append(raw: "  ") }
  }
}
