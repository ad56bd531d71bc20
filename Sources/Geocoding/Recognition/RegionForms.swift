/// The forms in which tables may hold a region's name: as written, and with a Romanian genitive led back.
enum RegionForms {
  static func bases(of name: String, _ language: String) -> [String] {
    guard language == "ro", let space = name.firstIndex(of: " ") else { return [name] }
    let word = name[..<space]
    guard word.hasSuffix("ii") || word.hasSuffix("ei") else { return [name] }
    return [name, word.dropLast(2) + (word.hasSuffix("ii") ? "ea" : "a") + name[space...]]
  }
}
