/// An XML element, to be written.
struct XML {
  let name: String
  let attributes: [(String, String)]
  let children: [XML]
  let text: String

  init(_ name: String, _ attributes: [(String, String)] = [], text: String = "", _ children: [XML] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
  }

  init(_ name: String, _ children: [XML]) { self.init(name, [], children) }

  /// On lines of their own, indented; text stays on the line of its element.
  func write(to output: inout String, level: Int = 0) {
    output += String(repeating: " ", count: level) + "<\(name)"
    for (name, value) in attributes { output += " \(name)=\"\(Self.escaped(value))\"" }
    guard !children.isEmpty || !text.isEmpty else {
      output += "/>\n"
      return
    }
    output += ">" + Self.escaped(text)
    if !children.isEmpty {
      output += "\n"
      for child in children { child.write(to: &output, level: level + 1) }
      output += String(repeating: " ", count: level)
    }
    output += "</\(name)>\n"
  }

  /// Characters that XML 1.0 cannot hold at all are left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result.unicodeScalars.append(scalar)
      default:
        if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
