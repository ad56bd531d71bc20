/// A Windows code page: the characters of the bytes 0x80 ... 0xFF, U+FFFD where there is none.
enum SingleByteEncoding: String, CaseIterable {
  case windows1250 = "Windows-1250"
  case windows1251 = "Windows-1251"
  case windows1252 = "Windows-1252"
  case windows1254 = "Windows-1254"

  /// By the name in an HTML `charset`, in lower case.
  init?(name: String) {
    switch name {
    case "windows-1250", "cp1250", "iso-8859-2", "latin2": self = .windows1250
    case "windows-1251", "cp1251": self = .windows1251
    case "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii": self = .windows1252
    case "windows-1254", "cp1254", "iso-8859-9", "latin5": self = .windows1254
    default: return nil
    }
  }

  var upperHalf: String {
    switch self {
    case .windows1250:
      """
      €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\
      \u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\
      \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
      ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
      ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
      """
    case .windows1251:
      """
      ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\
      \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
      АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
      абвгдежзийклмнопрстуфхцчшщъыьэюя
      """
    case .windows1252:
      """
      €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\
      \u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\
      \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
      ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
      àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
      """
    case .windows1254:
      """
      €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}\u{FFFD}\u{FFFD}\
      \u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}\u{FFFD}Ÿ\
      \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
      ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß\
      àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ
      """
    }
  }

  /// The text in UTF-8.
  func decode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let forms = upperHalf.unicodeScalars.map { Array(String($0).utf8) }
    var result: [UInt8] = []
    for byte in bytes {
      if byte < 0x80 { result.append(byte) } else { result.append(contentsOf: forms[Int(byte) - 0x80]) }
    }
    return result
  }
}
