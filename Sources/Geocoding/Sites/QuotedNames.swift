internal import Gazetteer
internal import GeoModel
internal import Reading

/// Sites by the names that stand in quotation marks behind or before the word for their kind: "аэропорт «Внуково»",
/// "Flughafen „Tegel“", "«Vnukovo» hava limanı".
///
/// A registered site is known by a whole quoted name of its own. Airports, ports and stations are called after their
/// towns, too, and are then sites of no register there; a hotel or a plant may be called after any town, and is
/// nowhere.
struct QuotedNames {
  /// Inhabitants of the least town after which a site is called; many a village is called as an airport is.
  private static let leastTown = 50_000
  private static let longestName = 5
  private static let calledAfterTowns: Set<String> = ["airport", "air_base", "port", "railway_station"]

  let gazetteer: Gazetteer
  let catalog: SiteCatalog
  let lexicon: Lexicon

  /// Words between quotation marks, and the word for a kind of site beside them.
  private struct Quote {
    let name: Range<Int>
    let head: LexiconMatch?
    let tokens: Range<Int>
  }

  /// - Parameters:
  ///   - known: what was found of places and sites.
  ///   - matches: the lexicon's of sentences that were searched before; gets those of the others that are.
  func mentions(
    in document: Document, besides known: [Mention], matches: inout [Int: [LexiconMatch]]
  ) -> [Mention] {
    var mentions: [Mention] = []
    var towns: TownsMeant?
    for (index, sentence) in document.sentences.enumerated() {
      let names = quoted(in: document, sentence.tokens)
      guard !names.isEmpty else { continue }
      let found = matches[index] ?? lexicon.matches(in: document.tokens, sentence.tokens)
      matches[index] = found
      for name in names {
        let quote = quote(name, found)
        guard !known.contains(where: { $0.role == .site && $0.tokens.overlaps(quote.tokens) }) else {
          continue
        }
        let meant = towns ?? TownsMeant(gazetteer: gazetteer, lexicon: lexicon, known: known)
        towns = meant
        // "в аэропорту «Кольцово» в Екатеринбурге": the town is told.
        let hasTown = known.contains {
          $0.sentence == index && $0.role == .place && !$0.tokens.overlaps(quote.tokens)
        }
        guard let (referent, reason) = referent(of: quote, in: document, found, hasTown ? nil : meant, meant)
        else { continue }
        mentions.append(
          Mention(
            range: Self.bytes(quote.tokens, document), tokens: quote.tokens, sentence: index, role: .site,
            referent: referent, probability: 0.75, reasons: [reason]))
      }
    }
    return mentions
  }

  /// - Parameter namesakes: the towns that it may be called after, where no town is told beside it.
  private func referent(
    of quote: Quote, in document: Document, _ matches: [LexiconMatch], _ namesakes: TownsMeant?,
    _ towns: TownsMeant
  ) -> (Mention.Referent, reason: String)? {
    let name = Folding.fold(document.text[Self.bytes(quote.name, document)])
    if let site = site(quote, name, in: document, matches, towns) {
      return (.site(site), "its name in quotation marks is the register's \(site.name)")
    }
    guard let head = quote.head, Self.calledAfterTowns.contains(head.tag),
      let town = namesakes?.town(named: [name], least: Self.leastTown)
    else { return nil }
    let site = UnregisteredSite(
      kind: head.tag, operatorCountry: nil, operatorName: nil, place: town.id,
      name: catalog.kinds.entry(head.tag).label.replacingBytes(of: "{name}", with: town.name))
    return (.unregisteredSite(site), "called after \(town.name), in quotation marks")
  }

  /// A word for its kind beside the name tells as much as a country that is named.
  private func site(
    _ quote: Quote, _ name: String, in document: Document, _ matches: [LexiconMatch], _ towns: TownsMeant
  ) -> Site? {
    guard let head = quote.head else {
      return catalog.site(called: name).flatMap {
        towns.countries.contains($0.hostCountry) && isPlaced(quote, matches) ? $0 : nil
      }
    }
    let sites = catalog.facilities(family: catalog.kinds.entry(head.tag).family).filter { site in
      let words = catalog.words(of: site)
      return quote.name.allSatisfy { words.matches(document.tokens.foldedBytes($0)) }
    }
    return sites.count == 1 ? sites[0] : nil
  }

  /// "в «Домодедово» сработала бомба", but not "в «Домодедово» сообщили".
  private func isPlaced(_ quote: Quote, _ matches: [LexiconMatch]) -> Bool {
    matches.contains {
      $0.section == .relation && ["in", "at", "near"].contains($0.tag)
        && $0.tokens.upperBound == quote.tokens.lowerBound
    }
      && !matches.contains {
        $0.section == .claim && (0...2).contains($0.tokens.lowerBound - quote.tokens.upperBound)
      }
  }

  private func quote(_ name: Range<Int>, _ matches: [LexiconMatch]) -> Quote {
    let quoted = (name.lowerBound - 1)..<(name.upperBound + 1)
    let head = matches.first {
      $0.section == .facility
        && ($0.tokens.upperBound == quoted.lowerBound || $0.tokens.lowerBound == quoted.upperBound)
    }
    guard let head else { return Quote(name: name, head: nil, tokens: quoted) }
    return Quote(
      name: name, head: head,
      tokens: min(head.tokens.lowerBound, quoted.lowerBound)..<max(head.tokens.upperBound, quoted.upperBound))
  }

  /// The short names written large between two quotation marks.
  private func quoted(in document: Document, _ sentence: Range<Int>) -> [Range<Int>] {
    let all = document.tokens.tokens
    var names: [Range<Int>] = []
    var open: Int?
    for token in sentence where all[token].kind == .punctuation {
      let mark = document.text.utf8[all[token].range]
      // Most marks are commas and full stops.
      guard let first = mark.first, first == UInt8(ascii: "\"") || first > 0x7F else { continue }
      guard Self.marks.contains(where: { mark.elementsEqual($0) }) else { continue }
      if let start = open, token > start + 1, token - start - 1 <= Self.longestName,
        all[start + 1].kind == .word, all[start + 1].casing != .lower
      {
        names.append(start + 1..<token)
        open = nil
      } else {
        open = token
      }
    }
    return names
  }

  private static func bytes(_ tokens: Range<Int>, _ document: Document) -> Range<Int> {
    let all = document.tokens.tokens
    return all[tokens.lowerBound].range.lowerBound..<all[tokens.upperBound - 1].range.upperBound
  }

  private static let marks = ["«", "»", "„", "“", "”", "\""].map { Array($0.utf8) }
}
