/// A token of a text with its folded form, as the scanner looks ahead to it.
struct ScannedToken {
  /// UTF-8 bytes of the text, trailing apostrophes left out.
  var start = 0
  var end = 0
  /// Length of the folded form; its bytes are in the slot that the token was read into.
  var count = 0
  var hash: UInt64 = 0
  /// The last inner apostrophe parts a suffix ("Odesa'da"): end of the stem in the text and in the folded form.
  var stemEnd = 0
  var stemCount = 0
  /// The first inner apostrophe parts an elided article ("d'Odesa"): what is behind it, in both.
  var tailStart = 0
  var tailCount = 0
  var tailIsLowercase = false
  var startsLowercase = false
  /// Too long to be part of any name.
  var isCut = false
  /// A name may run on from the token before this one.
  var isJoined = false

  /// The part behind an elided article as a token of its own.
  func tail(_ slot: UnsafePointer<UInt8>) -> ScannedToken {
    var token = self
    token.start = tailStart
    token.count = count - tailCount
    token.hash = KeyHash.token(slot + tailCount, token.count)
    token.startsLowercase = tailIsLowercase
    token.stemCount = stemCount > tailCount ? stemCount - tailCount : 0
    token.tailCount = 0
    return token
  }
}
