internal import GeoModel

/// Reads found documents: decodes them, parts the report from the page, cuts it into sentences and words.
///
/// Holds no state of its own, so that one reader serves all tasks.
public struct DocumentReader: Sendable {
  private let lexicons: LexiconLibrary

  public init(lexicons: LexiconLibrary) { self.lexicons = lexicons }

  /// The documents of files, folders and standard input (`-`), in order, one in memory at a time.
  public func documents(
    in arguments: [String]
  ) -> some Sequence<Result<Document, ReadingError>> {
    DocumentSource(arguments).lazy.map { raw in
      raw.flatMap { raw in
        do throws(ReadingError) {
          return .success(try read(raw))
        } catch {
          return .failure(error)
        }
      }
    }
  }

  /// Reads one document. The same bytes give the same document, whatever was read before.
  ///
  /// - Throws: `ReadingError` for bytes that are no text, broken JSON, a record without text, and a lexicon
  ///   that cannot be used.
  public func read(_ raw: RawDocument) throws(ReadingError) -> Document {
    switch raw.content {
    case .file(let bytes, let format): return try readFile(bytes, format, raw)
    case .line(let bytes): return try readRecord(try JSONRecords.record(ofLine: bytes, in: raw), raw)
    case .record(let object): return try readRecord(try JSONRecords.record(object, in: raw), raw)
    case .part(let utf8, let format): return try readPart(utf8, format, raw)
    }
  }

  /// The language of a part as its record states it, else as the text lets guess.
  public func language(ofPart raw: RawDocument) -> String? {
    guard case .part(let utf8, _) = raw.content else { return nil }
    if let stated = raw.part?.language.flatMap(Self.languageCode) { return stated }
    var text = TokenizedText()
    let end = utf8.prefix(1 << 16).lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    Tokenizer.tokenize(utf8, 0..<end, into: &text)
    text.markFrequent(lexicons.pageWords.frequentWords)
    return LanguageGuesser(words: lexicons.pageWords).language(of: text, utf8: utf8)
  }

  private func readPart(
    _ utf8: [UInt8], _ format: DocumentFormat, _ raw: RawDocument
  ) throws(ReadingError) -> Document {
    var document = try document(
      id: raw.part?.lateID ?? raw.id, page: format == .markdown ? MarkdownPage.read(utf8) : page(of: utf8),
      utf8: utf8, language: raw.part?.language.flatMap(Self.languageCode), file: raw.file, isPart: true)
    document.part = raw.part
    if let stated = raw.part?.stated { tell(JSONRecords.fields(of: stated), in: &document) }
    return document
  }

  /// The day of publication that the first part of a long document states or tells.
  public func published(ofPart raw: RawDocument) -> CalendarDate? { (try? read(raw))?.published?.date }

  /// Reads a text that is at hand.
  ///
  /// - Parameter published: the day of publication, if known; else it is looked for in the text.
  public func read(
    text: String, id: String, title: String? = nil, published: CalendarDate? = nil, language: String? = nil
  ) throws(ReadingError) -> Document {
    let utf8 = Array(text.utf8)
    var document = try document(
      id: id, page: page(of: utf8), utf8: utf8, title: title, language: language, file: id)
    if let published { document.published = PublicationDate(date: published) }
    return document
  }

  private func readFile(
    _ bytes: [UInt8], _ format: DocumentFormat, _ raw: RawDocument
  ) throws(ReadingError) -> Document {
    guard let decoded = TextDecoder.decode(bytes, charset: format == .html ? Self.charset(bytes) : nil) else {
      throw ReadingError(.badData, file: raw.file, "is binary, not text; convert it to text first")
    }
    let page =
      switch format {
      case .html: HTMLPage.read(decoded.utf8, isWholePage: true)
      case .markdown: MarkdownPage.read(decoded.utf8)
      default: page(of: decoded.utf8)
      }
    var document = try document(id: raw.id, page: page, utf8: decoded.utf8, file: raw.file)
    if let notice = decoded.notice { document.notices.insert(notice, at: 0) }
    return document
  }

  private func readRecord(_ record: DocumentRecord, _ raw: RawDocument) throws(ReadingError) -> Document {
    let utf8 = record.text
    guard !TextDecoder.isBinary(utf8) else {
      throw ReadingError(.badData, file: raw.file, line: raw.line, "the record's text is binary, not text")
    }
    let stated = record.language.flatMap(Self.languageCode)
    var document = try document(
      id: record.id ?? raw.id, page: page(of: utf8), utf8: utf8, title: record.title, language: stated,
      file: raw.file)
    if let language = record.language, stated == nil {
      document.notices.append("the field language (\"\(language)\") is no ISO 639-1 code and was not used")
    }
    tell(record, in: &document)
    return document
  }

  /// Takes over what a record says of its text.
  private func tell(_ record: DocumentRecord, in document: inout Document) {
    if let title = record.title { document.title = title }
    document.source = record.source
    document.url = record.url
    guard let published = record.published else { return }
    if let date = DatelineReader.date(in: published, words: lexicons.pageWords) {
      document.published = PublicationDate(date: date)
    } else {
      document.notices.append("the field published (\"\(published)\") is no date and was not used")
    }
  }

  /// Text that may hold HTML: a page, or tags that were left in running text.
  private func page(of utf8: [UInt8]) -> PageText {
    let start = utf8.first { $0 > 0x20 }
    if start == UInt8(ascii: "<"), HTMLNames.startsPage(utf8) {
      return HTMLPage.read(utf8, isWholePage: true)
    }
    return HTMLNames.hasTags(utf8) ? HTMLPage.read(utf8, isWholePage: false) : PageText(utf8: utf8)
  }

  private static func languageCode(_ field: String) -> String? {
    let code = field.lowercased().prefix { $0 != "-" && $0 != "_" }
    return code.count == 2 && code.allSatisfy { $0.isASCII && $0.isLetter } ? String(code) : nil
  }

  /// The `charset` in the first 2 KB of a page.
  private static func charset(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(2048).filter { $0 < 0x80 }, as: UTF8.self).lowercased()
    guard let found = start.split(separator: "charset=", maxSplits: 1).dropFirst().first else { return nil }
    return String(found.drop { $0 == "\"" || $0 == "'" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
  }

  private func document(
    id: String, page: PageText, utf8: [UInt8], title: String? = nil, language: String? = nil, file: String,
    isPart: Bool = false
  ) throws(ReadingError) -> Document {
    let assembler = DocumentAssembler(
      words: lexicons.pageWords, page: page, utf8: utf8, isPart: isPart)
    let document = assembler.document(id: id, title: title, language: language)
    do throws(LexiconError) {
      try lexicons.check(document.language)
    } catch {
      throw ReadingError(.badData, file: file, "\(error)")
    }
    return document
  }
}
