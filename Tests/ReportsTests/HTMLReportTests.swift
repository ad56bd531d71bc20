import Gazetteer
import GeoModel
import Incidents
import Proximity
import Reports
import Testing

@Suite struct HTMLReportTests {
  private func text(_ content: Case, _ language: ReportLanguage = .en) throws -> String {
    try HTMLReport.text(Report(content, language: language, dataFolder: Sample.dataFolder))
  }

  /// Every text of a case replaced by one that tries to get out of its element, its attribute or the style.
  static func hostile(_ attack: String) -> Case {
    var content = Sample.content
    func evidence(_ evidence: Evidence) -> Evidence {
      Evidence(document: attack, start: evidence.start, end: evidence.end, quote: attack)
    }
    content.incidents = content.incidents.map { incident in
      var incident = incident
      incident.weapon = attack
      incident.siteName = attack
      incident.placeName = attack
      incident.footprint.reason = attack
      incident.footprint.anchorName = attack
      incident.confidenceReasons = [attack]
      incident.choices = ["kind": attack, attack: attack]
      incident.claims = incident.claims.map {
        Claim(
          claimant: attack, stance: $0.stance, about: attack, weapon: attack, evidence: evidence($0.evidence))
      }
      incident.disagreements = [
        Disagreement(
          field: attack,
          variants: [.init(value: attack + "1", evidence: evidence(Sample.evidence("x")))])
      ]
      incident.accounts = incident.accounts.map { account in
        var account = account
        account.document = attack
        account.dateReason = attack
        account.sentences = account.sentences.map(evidence)
        return account
      }
      return incident
    }
    content.statements = content.statements.map {
      Statement(reason: $0.reason, evidence: evidence($0.evidence), mayConcern: $0.mayConcern)
    }
    content.sites = content.sites.map { site in
      var site = site
      site.name = attack
      site.kind = "embassy " + attack
      site.city = attack
      site.address = attack
      return site
    }
    content.documents = [
      DocumentRecord(
        id: attack, title: attack, language: attack, source: attack, url: attack, notices: [attack]),
      DocumentRecord(id: attack + "2", leftOut: attack),
    ]
    return content
  }

  /// The names of the elements of a page, and their attributes with values; what is no element is text.
  static func markup(_ page: String) -> (elements: Set<String>, attributes: Set<String>) {
    var elements: Set<String> = []
    var attributes: Set<String> = []
    for tag in page.matches(of: /<\/?([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"<>]*")?)*)\s*\/?>/) {
      elements.insert(String(tag.1).lowercased())
      for attribute in tag.2.matches(of: /([a-zA-Z:-]+)="/) { attributes.insert(String(attribute.1)) }
    }
    return (elements, attributes)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><svg onload=alert(1)>",
    "' onmouseover='alert(1)", "--><iframe src=//evil>", "</title></svg><b>", "{{{style}}}{{#sites}}",
    "&lt;b&gt;",
    "<![CDATA[ ]]> <?php ?>", "\"\u{301} onclick=alert(1) x=\"\u{301}", "<\u{301}script>",
    "\u{202E}txet\u{2066}\u{7}",
  ])
  func whatADocumentSaysIsText(attack: String) throws {
    let plain = try text(Sample.content)
    let page = try text(Self.hostile(attack))
    let (expected, found) = (Self.markup(plain), Self.markup(page))
    #expect(expected.elements.count > 20 && expected.attributes.count > 20)
    #expect(found.elements.isSubset(of: expected.elements), "\(found.elements)")
    // Every `<` and every quotation mark of the page is its own.
    let own = page.matches(of: /<\/?[a-zA-Z][^<>]*>|<!DOCTYPE html>/).count
    #expect(page.count { $0.unicodeScalars.first == "<" } == own)
    for name in ["onerror", "onload", "onmouseover", "onclick", "src"] {
      #expect(!found.attributes.contains(name))
    }
    #expect(
      page.matches(of: /prefers-color-scheme/).count == 1 && !page.contains("<\u{301}")
        && !page.contains("\"\u{301}"))
    let hidden = page.unicodeScalars.contains { [0x202E, 0x2066, 7].contains($0.value) }
    #expect(!hidden)
    #expect(page.contains("\\u{202E}txet\\u{2066}\\u{7}") == attack.contains("txet"))
  }

  @Test func itNeedsNothingFromOutside() throws {
    let page = try text(Sample.content)
    for forbidden in ["=\"http", "<script", "<link", "<img", "@import", "url(h", "src="] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("prefers-color-scheme: dark") && page.contains("@page"))
  }

  /// Landmarks, headings without gaps, captions, scopes, names of pictures, links that lead somewhere.
  @Test(arguments: ReportLanguage.allCases)
  func aScreenReaderFindsItsWay(language: ReportLanguage) throws {
    let page = try text(Sample.content, language)
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    for landmark in ["<main>", "<nav aria-label=", "<header>"] { #expect(page.contains(landmark)) }
    var level = 0
    for heading in page.matches(of: /<h([1-6])/) {
      let next = Int(heading.1) ?? 0
      #expect(next <= level + 1, "a heading of level \(next) after one of \(level)")
      level = next
    }
    #expect(page.matches(of: /<table/).count == page.matches(of: /<table[^>]*>\s*<caption>[^<]+</).count)
    #expect(!page.contains("<th>"))
    let pictures = page.matches(of: /<svg [^>]*>/).map { String($0.0) }
    #expect(pictures.count > 3)
    for picture in pictures {
      #expect(picture.contains("aria-hidden") || picture.contains("aria-labelledby"))
    }
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    for labels in page.matches(of: /aria-labelledby="([^"]*)"/) {
      for label in labels.1.split(separator: " ") { #expect(ids.contains(String(label))) }
    }
    #expect(!page.contains("⟦"), "a word is missing")
  }

  @Test func aLargeCaseGivesABoundedPageThatSaysSo() throws {
    var content = Sample.content
    let first = try #require(content.incidents.first)
    content.incidents = (0..<3_000).map { number in
      var incident = first
      incident.id += "-\(number)"
      incident.claims = Array(repeating: incident.claims, count: 50).flatMap(\.self).enumerated().map {
        Claim(
          claimant: "Party \($0)", stance: .states, about: nil, weapon: nil, evidence: $1.evidence)
      }
      return incident
    }
    content.exposures = ExposureCalculator(sites: [Sample.embassy]).exposures(of: content.incidents)
    content.documents += (0..<5_000).map { DocumentRecord(id: "more-\($0).txt") }
    let page = try text(content)
    #expect(page.utf8.count < 2_000_000)
    #expect(page.contains("2900 incidents more left out here"))
    #expect(page.contains("2920 incidents more left out here"))
    #expect(page.contains("claims more left out here"))
    #expect(page.contains("documents more left out here"))
  }
}
