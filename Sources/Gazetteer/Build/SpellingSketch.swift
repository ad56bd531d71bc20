/// The sound of a name, roughly: spellings of one name that differ by how they were put into Latin letters have the
/// same sketch (Misratah and Misrata, Mykolayiv, Mykolaiv and Миколаїв, Kyiv and Kiev).
///
/// In the manner of Soundex, but for transliterations: consonants by the sound of the letters that write them, each
/// run of vowels as one mark, doubled letters once. Built from folded tokens. It compares the names of one place
/// with each other; names of different places agree by chance too often for more.
struct SpellingSketch: Equatable {
  private var hash = KeyHash.start
  private var consonants = 0
  private var last: UInt8 = 0
  /// A letter that is neither Latin nor Cyrillic, or a number.
  private var isForeign = false

  /// With one consonant nearly every short name agrees with every other.
  var isTelling: Bool { !isForeign && consonants >= 2 }

  /// - Parameter token: UTF-8, folded.
  mutating func append(_ token: UnsafeBufferPointer<UInt8>) {
    if token.count <= 3, Self.articles.contains(where: { token.elementsEqual($0) }) { return }
    var position = 0
    while position < token.count, !isForeign { position += read(token, at: position) }
  }

  /// Takes in the letter or letters at a place and says how many bytes they were.
  private mutating func read(_ token: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { position + offset < token.count ? token[position + offset] : 0 }
    let letter = byte(0)
    if letter >= 0x80 {
      guard letter & 0xE0 == 0xC0,
        let sounds = Self.cyrillic(UInt32(letter & 0x1F) << 6 | UInt32(byte(1) & 0x3F))
      else {
        isForeign = true
        return 1
      }
      for sound in sounds.utf8 { put(sound) }
      return 2
    }
    let isLast = position + 1 == token.count
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "j"), UInt8(ascii: "y"):
      put(Self.vowel)
    case UInt8(ascii: "w"): put(UInt8(ascii: "v"))
    case UInt8(ascii: "q"): put(UInt8(ascii: "k"))
    case UInt8(ascii: "x"):
      put(UInt8(ascii: "k"))
      put(UInt8(ascii: "s"))
    case UInt8(ascii: "h"):
      if !isLast || last != Self.vowel { put(UInt8(ascii: "h")) }
    case UInt8(ascii: "g"), UInt8(ascii: "k"):
      // Ukrainian and Russian г; خ and х; غ.
      if byte(1) == UInt8(ascii: "h") {
        put(UInt8(ascii: "h"))
        return 2
      }
      put(letter == UInt8(ascii: "g") ? UInt8(ascii: "h") : letter)
    case UInt8(ascii: "c"): return readC(byte(1))
    case UInt8(ascii: "s"):
      put(letter)
      if byte(1) == UInt8(ascii: "c"), byte(2) == UInt8(ascii: "h") { return 3 }
      if byte(1) == UInt8(ascii: "h") || byte(1) == UInt8(ascii: "z") { return 2 }
    case UInt8(ascii: "p"):
      if byte(1) == UInt8(ascii: "h") {
        put(UInt8(ascii: "f"))
        return 2
      }
      put(letter)
    case UInt8(ascii: "t"):
      if byte(1) == UInt8(ascii: "c"), byte(2) == UInt8(ascii: "h") {
        put(Self.affricate)
        return 3
      }
      // German tsch.
      if byte(1) == UInt8(ascii: "s"), byte(2) == UInt8(ascii: "c"), byte(3) == UInt8(ascii: "h") {
        put(Self.affricate)
        return 4
      }
      put(letter)
      if byte(1) == UInt8(ascii: "h") { return 2 }
    case UInt8(ascii: "z"), UInt8(ascii: "d"):
      put(letter)
      if byte(1) == UInt8(ascii: "h") { return 2 }
    case UInt8(ascii: "b")...UInt8(ascii: "v"): put(letter)
    default: isForeign = true
    }
    return 1
  }

  private mutating func readC(_ next: UInt8) -> Int {
    switch next {
    case UInt8(ascii: "h"), UInt8(ascii: "z"):
      put(Self.affricate)
      return 2
    case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"): put(UInt8(ascii: "s"))
    default: put(UInt8(ascii: "k"))
    }
    return 1
  }

  private mutating func put(_ sound: UInt8) {
    guard sound != last else { return }
    last = sound
    if sound != Self.vowel { consonants += 1 }
    hash = KeyHash.extend(hash, UInt64(sound))
  }

  private static let vowel = UInt8(ascii: "a")
  private static let affricate = UInt8(ascii: "c")
  /// Arabic articles, which one spelling has and the next leaves out.
  private static let articles = ["al", "el", "ad", "as", "ash", "ar", "an", "at", "az"].map { Array($0.utf8) }

  /// The sounds of a small Cyrillic letter, й and ё already folded; `nil` for any other scalar.
  private static func cyrillic(_ scalar: UInt32) -> String? {
    if (0x430...0x44F).contains(scalar) { return russian[Int(scalar - 0x430)] }
    switch scalar {
    case 0x451, 0x454, 0x456, 0x457, 0x45E: return "a"
    case 0x491: return "h"
    default: return nil
    }
  }

  /// а to я.
  private static let russian: [String] = [
    "a", "b", "v", "h", "d", "a", "z", "z", "a", "a", "k", "l", "m", "n", "a", "p",
    "r", "s", "t", "a", "f", "h", "ts", "c", "s", "sc", "", "a", "", "a", "a", "a",
  ]
}
