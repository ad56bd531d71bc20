/// What a line of a page is.
enum LineVerdict: Equatable {
  case body
  case headline
  case furniture(Furniture.Kind)

  var isFurniture: Bool {
    if case .furniture = self { return true }
    return false
  }
}

/// Judges every line by itself: what it is whatever stands around it.
struct LineJudge {
  let words: PageWords
  let utf8: [UInt8]
  let text: TokenizedText
  let dates: DatelineReader

  /// `.body` for lines that nothing speaks against.
  func verdicts(_ lines: [Line]) -> [LineVerdict] {
    lines.map { furniture($0).map(LineVerdict.furniture) ?? .body }
  }

  private func furniture(_ line: Line) -> Furniture.Kind? {
    if line.isEmpty { return .menu }
    if line.words >= 12, line.upperWords * 5 >= line.words * 4 { return .legal }
    if line.words == 0 { return line.numbers <= 4 ? .metadata : nil }
    if line.words + line.numbers <= 14, let date = dates.dateline(line.tokens), isDateline(line, date) {
      return .metadata
    }
    let isLong = line.words > 60
    // An invitation to follow may be long; a line beyond that is text, whatever addresses it holds.
    if line.words > 150 { return nil }
    let contact = ContactData(utf8, line.range)
    if isLong, !contact.any { return nil }
    let found = FurnitureWords(words.furniture, text, line.tokens)
    if isCaption(line, found) { return .caption }
    if isInvitation(line, found, contact) { return .share }
    if isLong { return nil }
    if line.isMenuLike { return found.covered > 0 ? found.kind : .menu }
    return byWords(line, found) ?? byAddress(line, contact)
  }

  private func isDateline(_ line: Line, _ date: Dateline) -> Bool {
    let isByline = FurnitureWords(words.furniture, text, line.tokens).first == "byline"
    if date.otherWords <= (isByline ? 5 : 2) { return !line.endsSentence || date.otherWords == 0 }
    // "10 August 2009 - Peru - The Andes - Economy"
    let dashes = line.tokens.count {
      mark($0) == 0x2D && text.tokens.isAfterSpace($0) && text.tokens.isAfterSpace($0 + 1)
    }
    return dashes >= 2 && !line.endsSentence && date.otherWords <= dashes * 2
  }

  private func byWords(_ line: Line, _ found: FurnitureWords) -> Furniture.Kind? {
    let all = line.words + line.numbers
    // A short line of nothing but such words; a longer one of nearly nothing else.
    if found.covered == all, all <= 12 { return found.kind }
    if found.covered * 5 >= all * 4, all >= 4 { return found.kind }
    let legal = found.count("legal")
    if found.first == "legal", line.words <= 30 { return .legal }
    if legal > 0, found.covered * 5 >= all * 2 { return .legal }
    if legal > 1, line.words <= 40 { return .legal }
    let followsPhrase = found.firstEnd < line.tokens.upperBound ? mark(found.firstEnd) : 0
    if found.first == "related", followsPhrase == 0x3A { return .related }
    if found.first == "menu", followsPhrase == 0x3A, line.hasSeparator { return .menu }
    if found.first == "byline", line.words <= 6, !line.endsSentence, line.lowerWords <= 1, line.words >= 2 {
      return .metadata
    }
    return nil
  }

  private func byAddress(_ line: Line, _ contact: ContactData) -> Furniture.Kind? {
    guard contact.any, !line.isSentence else { return nil }
    return line.words <= 8 || contact.emails + contact.phones > 0 && line.words <= 15 ? .footer : nil
  }

  /// "Photo: …" at the start, or a credit at the end of a short line.
  private func isCaption(_ line: Line, _ found: FurnitureWords) -> Bool {
    guard line.words <= 60, found.count("caption") > 0 else { return false }
    for phrase in found.phrases
    where phrase.tag == "caption" && phrase.tokens.upperBound < line.tokens.upperBound {
      let next = mark(phrase.tokens.upperBound)
      let isFirst = phrase.tokens.lowerBound <= line.tokens.lowerBound + 1
      if isFirst, next == 0x3A || next == 0x2F || next == 0x28 { return true }
      if next == 0x3A, !line.endsSentence, line.words <= 40 { return true }
    }
    return false
  }

  /// "Follow us on Telegram, read us …": several networks and an invitation, with an address.
  private func isInvitation(_ line: Line, _ found: FurnitureWords, _ contact: ContactData) -> Bool {
    let networks = Set(
      found.phrases.filter { $0.tag == "share" }.map { text.folded($0.tokens.lowerBound) }
    ).count
    guard (found.count("audience") + found.count("share")) * 12 >= line.words else { return false }
    return found.count("audience") > 0 && (networks >= 3 || networks >= 1 && contact.any && line.words <= 60)
  }

  private func mark(_ index: Int) -> UInt32 { Marks.value(of: text.tokens[index], in: utf8) }
}
