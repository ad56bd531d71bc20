internal import Gazetteer

/// What the words around a kind of site say, before anything is looked up.
struct SiteDraft {
  /// Tag of the lexicon's `facility` section.
  var kind: String
  var family: String
  /// Tokens of the kind alone.
  var head: Range<Int>
  /// Tokens of operator and kind.
  var span: Range<Int>
  /// ISO 3166 alpha-2 of the state that runs it.
  var operatorCountry: String?
  /// The operator is a capital that may stand for its state ("Kyiv's embassy in Baku").
  var capitalBefore: PlaceFacts?
  /// Where the words say it is.
  var host: PlaceFacts?
  /// A town that no gazetteer knows stands between operator and kind.
  var hasUnknownHost = false
  /// "our embassy", "ambasada sa".
  var isOwn = false
  /// "an embassy", "missions": no particular site.
  var isUnspecific = false
  /// The states whose missions the same word names: what they share lies in none of them.
  var partners: Set<String> = []
  /// Mentions inside the span.
  var absorbed: [Int] = []
}
