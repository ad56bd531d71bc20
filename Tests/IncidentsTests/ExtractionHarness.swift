import Foundation
import Gazetteer
import Geocoding
import Reading

@testable import Incidents

/// Sentences for tests, cut and tokenized, one per line; places in square brackets, sites in braces.
///
/// `A bomb went off at {Embassy of Norway in Riga}` puts the site at its point without a gazetteer.
enum Harness {
  static func lexicon(_ language: String) throws -> Lexicon {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let file = root.appending(path: "data/lexicon/\(language).yaml")
    return try Lexicon(yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
  }

  static func view(_ marked: String, language: String = "en", published: String? = nil) throws -> SentenceView
  {
    try views(marked, language: language, published: published)[0]
  }

  static func views(_ marked: String, language: String, published: String?) throws -> [SentenceView] {
    let lexicon = try lexicon(language)
    let geocoded = geocoded(marked, language: language, published: published)
    return DocumentReading.views(
      of: geocoded, ReportText(geocoded.document), lexicon, LanguageTraits(lexicon), strays: [])
  }

  static func geocoded(
    _ marked: String, language: String, published: String?, headline: Bool = false
  ) -> GeocodedDocument {
    var plain = ""
    var spans: [(range: Range<Int>, isSite: Bool)] = []
    var open: (start: Int, isSite: Bool)?
    for character in marked {
      switch character {
      case "[", "{": open = (plain.utf8.count, character == "{")
      case "]", "}":
        if let started = open { spans.append((started.start..<plain.utf8.count, started.isSite)) }
        open = nil
      default: plain.append(character)
      }
    }
    let text = SourceText(plain)
    var tokens = TokenizedText()
    var sentences: [Sentence] = []
    var start = 0
    for (number, line) in plain.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let range = start..<(start + line.utf8.count)
      let first = tokens.tokens.count
      Tokenizer.tokenize(text.utf8, range, into: &tokens)
      sentences.append(
        Sentence(
          range: range, tokens: first..<tokens.tokens.count, paragraph: number,
          role: number == 0 && headline ? .headline : .body))
      start = range.upperBound + 1
    }
    var document = Document(id: "test", text: text, language: language, sentences: sentences, tokens: tokens)
    document.published = published.flatMap { CalendarDate(iso: $0) }.map { PublicationDate(date: $0) }
    var mentions: [Mention] = []
    var locatives: [Locative] = []
    for span in spans {
      let covered = tokens.tokens.indices.filter { span.range.contains(tokens.tokens[$0].range.lowerBound) }
      guard let first = covered.first, let last = covered.last,
        let sentence = sentences.firstIndex(where: { $0.tokens.contains(first) })
      else { continue }
      let referent: Mention.Referent =
        span.isSite ? .site(Sample.embassy) : .unresolved(reason: "no gazetteer in this test")
      mentions.append(
        Mention(
          range: span.range, tokens: first..<(last + 1), sentence: sentence,
          role: span.isSite ? .site : .place,
          referent: referent, probability: 1))
      locatives.append(
        Locative(
          tokens: first..<(last + 1), sentence: sentence, mention: mentions.count - 1,
          footprint: span.isSite ? Sample.atEmbassy() : Sample.riga))
    }
    return GeocodedDocument(document: document, mentions: mentions, locatives: locatives)
  }
}
