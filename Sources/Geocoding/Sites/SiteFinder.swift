internal import Gazetteer
internal import Reading

/// Turns drafts into mentions, sentence by sentence, remembering what was named.
struct SiteFinder {
  let catalog: SiteCatalog
  let scene: SiteScene
  var memory = SiteMemory()
  private(set) var mentions: [Mention] = []
  /// Bare words for a mission before any was named ("Missile hits embassy" in a headline).
  var open: [(draft: SiteDraft, view: SentenceView)] = []

  init(catalog: SiteCatalog, scene: SiteScene) {
    self.catalog = catalog
    self.scene = scene
  }

  mutating func read(_ view: SentenceView, _ drafts: [SiteDraft]) {
    for draft in drafts {
      if let last = mentions.last, last.tokens.upperBound > draft.span.lowerBound,
        last.sentence == view.index, last.tokens.upperBound > draft.head.lowerBound
      {
        continue
      }
      switch (draft.family, draft.kind) {
      case ("embassy", _), ("consulate", _), ("mission", _): readMission(draft, view)
      case ("part", _): readPart(draft, view)
      case ("compound", _): readCompound(draft, view)
      case ("crash", _): readCrash(draft, view)
      case ("organisation", _), (_, "envoy"): break
      default: readFacility(draft, view)
      }
    }
  }

  mutating func add(_ mention: Mention) { mentions.append(mention) }

  /// Replaces the last mention by a longer one around it.
  mutating func replaceLast(_ mention: Mention) { mentions[mentions.count - 1] = mention }

  func mention(
    _ tokens: Range<Int>, _ view: SentenceView, _ referent: Mention.Referent, probability: Double,
    reasons: [String], isAnaphoric: Bool = false
  ) -> Mention {
    Mention(
      range: bytes(of: tokens, view), tokens: tokens, sentence: view.index, role: .site, referent: referent,
      probability: probability, reasons: reasons, isAnaphoric: isAnaphoric)
  }

  /// The bytes of a row of tokens; an English "'s" at its end is not part of the name.
  private func bytes(of tokens: Range<Int>, _ view: SentenceView) -> Range<Int> {
    let start = view.token(tokens.lowerBound).range.lowerBound
    var end = view.token(tokens.upperBound - 1).range.upperBound
    if scene.document.language == "en", view.hasApostrophe(tokens.upperBound - 1) {
      let text = scene.document.text.utf8[start..<end]
      if text.hasSuffix([0x27, 0x73]) {
        end -= 2
      } else if text.hasSuffix([0xE2, 0x80, 0x99, 0x73]) {
        end -= 4
      }
    }
    return start..<end
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
