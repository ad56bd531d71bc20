import Geocoding
import Reading

/// Somebody who says something, as worded.
struct Claimant {
  let name: String
  let tokens: Range<Int>
  /// `true` for "the ministry", "he": somebody named before.
  let isAnaphoric: Bool
  /// A news agency or paper, which hands on what others say.
  var isMedia = false
  /// Named with an office, as against a bare name or capital.
  var isOffice = false
}

/// Finds who speaks in a sentence.
struct ClaimantReader {
  let view: SentenceView

  /// In text order: institutions, persons with an office, groups, governments by their capital.
  func claimants() -> [Claimant] {
    let offices = view.matches(.claimant).map { office($0) }
    let capitals = view.mentions.filter { $0.role == .metonym }.compactMap { mention -> Claimant? in
      guard !offices.contains(where: { $0.tokens.overlaps(mention.tokens) }) else { return nil }
      return Claimant(name: view.report[mention.range], tokens: mention.tokens, isAnaphoric: false)
    }
    return (merged(offices) + capitals).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A name without an office right before a verb of speech: "Aliyev stated".
  func surname(before verb: Range<Int>) -> Claimant? {
    let last = verb.lowerBound - 1
    guard last >= view.sentence.tokens.lowerBound, isName(last) else { return nil }
    var first = last
    while first > view.sentence.tokens.lowerBound && isName(first - 1) { first -= 1 }
    return claimant(first..<(last + 1))
  }

  /// A name of one or more words at a token.
  func name(at token: Int) -> Claimant? {
    var end = token
    while end < view.sentence.tokens.upperBound && isName(end) { end += 1 }
    return end > token ? claimant(token..<end) : nil
  }

  private func office(_ match: LexiconMatch) -> Claimant {
    var tokens = match.tokens
    var grew = false
    while let previous = extensionBefore(tokens) {
      tokens = previous..<tokens.upperBound
      grew = true
    }
    while tokens.upperBound < view.sentence.tokens.upperBound, isExtension(after: tokens) {
      tokens = tokens.lowerBound..<(tokens.upperBound + 1)
      grew = true
    }
    let trimmed = trimmingTrailing(
      withoutArticle(tokens), atLeast: match.tokens.upperBound)
    return Claimant(
      name: view.words(trimmed), tokens: trimmed, isAnaphoric: !grew && isBare(match),
      isMedia: match.tag == "media", isOffice: match.tag != "media")
  }

  /// A nation's adjective or name with its possessive right before the office.
  private func extensionBefore(_ tokens: Range<Int>) -> Int? {
    let previous = tokens.lowerBound - 1
    guard previous >= view.sentence.tokens.lowerBound else { return nil }
    let isNation = view.mentions.contains { $0.tokens.contains(previous) }
    return isNation || isName(previous) ? previous : nil
  }

  private func isExtension(after tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    if isName(next) || view.mentions.contains(where: { $0.tokens.contains(next) }) { return true }
    // "Ministry of Defense of Russia", "Ministerului de Externe de la Baku": a link word, then a name.
    guard view.matches(.context, "link").contains(where: { $0.tokens.lowerBound == next }) else {
      return false
    }
    let link = view.matches(.context, "link").first { $0.tokens.lowerBound == next }
    guard let after = link?.tokens.upperBound, after < view.sentence.tokens.upperBound else { return false }
    return isName(after)
  }

  /// "The Russian Foreign Ministry" is shown without its article.
  private func withoutArticle(_ tokens: Range<Int>) -> Range<Int> {
    isArticle(tokens.lowerBound) && tokens.count > 2 ? (tokens.lowerBound + 1)..<tokens.upperBound : tokens
  }

  private func isArticle(_ token: Int) -> Bool {
    view.matches(.context, "article").contains { $0.tokens.lowerBound == token }
  }

  private func trimmingTrailing(_ tokens: Range<Int>, atLeast: Int) -> Range<Int> {
    var end = tokens.upperBound
    while end > atLeast, !isName(end - 1), !view.mentions.contains(where: { $0.tokens.contains(end - 1) }) {
      end -= 1
    }
    return tokens.lowerBound..<end
  }

  private func isBare(_ match: LexiconMatch) -> Bool {
    !match.tokens.contains { isName($0) }
  }

  private func isName(_ index: Int) -> Bool {
    let token = view.text.tokens[index]
    guard token.kind == .word, !isArticle(index) else { return false }
    return token.casing == .capitalized || token.casing == .mixed
      || (token.casing == .upper && token.range.count > 1)
  }

  /// An office and the name after it may be two matches: "President" "Prime Minister".
  private func merged(_ claimants: [Claimant]) -> [Claimant] {
    claimants.reduce(into: []) { merged, next in
      guard let last = merged.last, last.tokens.upperBound >= next.tokens.lowerBound else {
        merged.append(next)
        return
      }
      let tokens = last.tokens.lowerBound..<max(last.tokens.upperBound, next.tokens.upperBound)
      merged[merged.count - 1] = claimant(
        tokens, isMedia: last.isMedia && next.isMedia, isOffice: last.isOffice || next.isOffice)
    }
  }

  private func claimant(_ tokens: Range<Int>, isMedia: Bool = false, isOffice: Bool = false) -> Claimant {
    Claimant(
      name: view.words(tokens), tokens: tokens, isAnaphoric: false, isMedia: isMedia,
      isOffice: isOffice)
  }
}
