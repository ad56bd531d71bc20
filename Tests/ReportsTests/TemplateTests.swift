import Testing

@testable import Reports

@Suite struct TemplateTests {
  private func fill(_ text: String, _ view: View, parts: [String: String] = [:]) throws -> String {
    var filler = TemplateFiller(parts: try parts.mapValues { try Template($0) }) { text, bytes in
      PageText.append(text, to: &bytes)
    }
    filler.fill(try Template(text), with: view, within: ["style": "<around>"])
    return String(decoding: filler.bytes, as: UTF8.self)
  }

  @Test func valuesAreEscapedUnlessInThreeBraces() throws {
    #expect(
      try fill("a {{name}} {{{name}}} {{ name }}{{none}}.", ["name": "<b>"]) == "a &lt;b&gt; <b> &lt;b&gt;.")
  }

  @Test func aNameIsLookedForInTheViewsAround() throws {
    let view: View = ["outer": ["inner": ["name": "x"] as View] as View, "other": "y"]
    #expect(
      try fill("{{#outer}}{{#inner}}{{name}}{{other}}{{{style}}}{{/inner}}{{/outer}}", view) == "xy<around>")
    #expect(try fill("{{outer.other}}|{{other.name}}", view) == "|")
  }

  @Test func sectionsOpenForWhatThereIs() throws {
    let view: View = ["yes": true, "no": false, "text": "t", "none": [View](), "one": [["n": "1"]] as [View]]
    let names = ["yes", "no", "text", "none", "one", "missing"]
    let filled = try names.map { try fill("{{#\($0)}}+{{/\($0)}}{{^\($0)}}-{{/\($0)}}", view) }
    #expect(filled == ["+", "-", "+", "-", "+", "-"])
  }

  @Test func theLastOfAListIsKnown() throws {
    let view: View = ["list": [["n": "1"], ["n": "2"], ["n": "3"]] as [View]]
    #expect(try fill("{{#list}}{{n}}{{^last()}}, {{/last()}}{{/list}}", view) == "1, 2, 3")
  }

  @Test func aTagThatStandsAloneTakesItsLine() throws {
    let view: View = ["list": [["n": "1"], ["n": "2"]] as [View]]
    #expect(try fill("a\n {{#list}} \n- {{n}}\n{{/list}}\nb\n", view) == "a\n- 1\n- 2\nb\n")
    #expect(try fill("{{> part}}\nb", view, parts: ["part": "{{#list}}\n{{n}}\n{{/list}}"]) == "1\n2\nb")
    #expect(try fill("x {{> part}}\nb", view, parts: ["part": "p"]) == "x p\nb")
    // Two on a line are no line of their own.
    #expect(try fill("{{#list}}{{/list}}\nb", view) == "\nb")
  }

  @Test(arguments: [
    "{{name", "{{}}", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{{a}}", "{{two words}}", "{{#a}}{{^b}}{{/a}}",
  ])
  func whatIsNoTemplateIsRefused(text: String) {
    #expect(throws: Template.Malformed.self) { try Template(text) }
  }
}
