import Geocoding
import Reading

/// Sites that speak of what happened, or are only named beside its victims.
extension LocationRule {
  /// "The embassy said none of its citizens were among the dead": who says it, unless it tells what befell itself.
  func isSpeakingSite(_ locative: Locative) -> Bool {
    guard let site = site(of: locative), !locative.footprint.relation.isOutside,
      let verb = speech(of: site, isPhrase: hasRelation(locative), locative)
    else { return false }
    return !isTouched && !isSubjectOfEvent(from: startOfSpeech(verb, of: site), saidBy: verb)
  }

  /// "Four people died; the hospital in Cusco took in the wounded.": where they were taken.
  func isTownOfHospital(_ locative: Locative, of cluster: Cluster) -> Bool {
    guard cluster.triggers.allSatisfy(\.isKilling), locative.footprint.anchorSite == nil else { return false }
    return view.matches(.facility, "hospital").contains { hospital in
      (0...1).contains(locative.tokens.lowerBound - hospital.tokens.upperBound)
        || !view.usesPrepositions && hospital.tokens.lowerBound == locative.tokens.upperBound
    }
  }

  /// "The embassy is checking whether there are citizens among the dead": no word puts their death there.
  func isBesideVictims(_ locative: Locative, of cluster: Cluster) -> Bool {
    guard view.sentence.role == .body, cluster.triggers.allSatisfy(\.isKilling),
      let site = site(of: locative), !locative.footprint.relation.isOutside, !hasRelation(locative)
    else { return false }
    return !isTouched && (view.usesPrepositions || !view.hasPlacingEnding(site.upperBound - 1))
  }

  private func site(of locative: Locative) -> Range<Int>? {
    view.mentions.first { $0.role == .site && locative.tokens.overlaps($0.tokens) }?.tokens
  }

  /// "Its gate", or anything damaged.
  private var isTouched: Bool {
    !view.matches(.context, "part").isEmpty
      || !view.matches(.effect, "damage", "fire", "crater", "unexploded").isEmpty
  }

  /// The verb of speech whose subject a site is, or which says that words are its own.
  ///
  /// - Parameter isPhrase: a preposition stands before the site: "в посольстве сообщили".
  private func speech(of site: Range<Int>, isPhrase: Bool, _ locative: Locative) -> Range<Int>? {
    let verbs = view.matches(.claim).filter { !$0.tag.hasSuffix(".cue") }.map(\.tokens)
    if isPhrase {
      return isOpening(locative.tokens.lowerBound)
        ? verbs.first { $0.lowerBound >= site.upperBound && view.distance($0, site) <= 1 } : nil
    }
    return verbs.first { verb in
      if verb.overlaps(site) { return true }
      guard verb.lowerBound >= site.upperBound else { return isSource(site, behind: verb) }
      let between = site.gap(before: verb)
      guard !view.matches(.claimant).contains(where: { $0.tokens.overlaps(between) }) else { return false }
      guard view.usesPrepositions else {
        // The verb ends the sentence, and a comma parts whom it is said of from what is said by others.
        return !view.hasPlacingEnding(site.upperBound - 1)
          && !between.dropFirst().contains { view.isMark($0, UInt8(ascii: ",")) }
      }
      return view.distance(site, verb) <= 4 && !view.matches(.event).contains { $0.tokens.overlaps(between) }
    }
  }

  /// "According to the Japanese embassy, …", but not "police said the embassy was attacked".
  private func isSource(_ site: Range<Int>, behind verb: Range<Int>) -> Bool {
    guard (0...2).contains(site.lowerBound - verb.upperBound),
      verb.gap(before: site).allSatisfy({ view.text.tokens[$0].kind == .word })
    else { return false }
    // Where all that is said stands behind a comma, none parts a speaker from the verb.
    if view.capitalizesNouns { return true }
    let end = view.locatives.map(\.tokens).filter { $0.contains(site.upperBound - 1) }.map(\.upperBound).max()
    let next = max(site.upperBound, end ?? 0)
    return next >= view.sentence.tokens.upperBound || view.text.tokens[next].kind == .punctuation
  }

  /// First in its sentence or behind a mark.
  private func isOpening(_ token: Int) -> Bool {
    token == view.sentence.tokens.lowerBound || view.text.tokens[token - 1].kind == .punctuation
  }

  private func startOfSpeech(_ verb: Range<Int>, of site: Range<Int>) -> Int {
    let start = view.usesPrepositions ? max(verb.upperBound, site.upperBound) : site.upperBound
    let links = view.matches(.context, "complementizer").map(\.tokens)
    return links.first { $0.lowerBound >= start && view.distance(start..<start + 1, $0) <= 4 }?.upperBound
      ?? start
  }

  /// "It had come under fire", "on Sunday was attacked": nothing else can be what an event befell.
  private func isSubjectOfEvent(from start: Int, saidBy verb: Range<Int>) -> Bool {
    guard let event = view.matches(.event).map(\.tokens).first(where: { $0.lowerBound >= start }) else {
      return false
    }
    // "In the blast" is said with an ending, and what is condemned stands right before the verb.
    if !view.usesPrepositions,
      view.hasPlacingEnding(event.lowerBound) || view.hasPlacingEnding(event.upperBound - 1)
        || event.count == 1 && event.upperBound == verb.lowerBound
    {
      return false
    }
    let dates = view.dates.map { ($0.tokens.lowerBound - 1)..<$0.tokens.upperBound }
    let words = (start..<event.lowerBound).filter { token in
      view.text.tokens[token].kind == .word && !dates.contains { $0.contains(token) }
    }
    guard let first = words.first else { return true }
    return words.count <= 2
      && view.matches(.context, "anaphor").contains { $0.tokens.lowerBound == first && $0.tokens.count == 1 }
  }
}
