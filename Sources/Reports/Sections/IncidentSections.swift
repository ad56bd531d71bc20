internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

extension MarkdownReport {
  /// What each incident rests on, the latest first.
  var incidentSections: String {
    let incidents = latestFirst(index.content.incidents)
    guard !incidents.isEmpty else { return "" }
    return "## Incidents and what they rest on\n\n" + incidents.map(section).joined()
  }

  private func section(of incident: Incident) -> String {
    var text = "<a id=\"\(incident.anchorName)\"></a>\n\n"
    text += "### \(incident.date.phrase): \(MarkdownText.escaped(incident.title))\n\n"
    text += "- Where: \(incident.precisionPhrase); \(MarkdownText.escaped(incident.footprint.reason))\n"
    text += "- People: \(incident.casualtyPhrase)\n"
    if let weapon = incident.weapon { text += "- Weapon: \(MarkdownText.escaped(weapon))\n" }
    text += "- Confidence: \(percent(incident.confidence))"
    if !incident.confidenceReasons.isEmpty {
      text += " (" + incident.confidenceReasons.map(MarkdownText.escaped).joined(separator: "; ") + ")"
    }
    text += "\n"
    for (field, choice) in incident.choices.sorted(by: { $0.key < $1.key }) {
      text += "- Chosen \(MarkdownText.escaped(field)): \(MarkdownText.escaped(choice))\n"
    }
    text += "- Id: `\(code(incident.id))`\n\n"
    return text + disagreements(of: incident) + claims(of: incident) + accounts(of: incident)
  }

  private func disagreements(of incident: Incident) -> String {
    var table = MarkdownTable("Field", "Value", "Words", "Source")
    for disagreement in incident.disagreements {
      for variant in disagreement.variants {
        table.append(
          MarkdownText.escaped(disagreement.field), MarkdownText.escaped(variant.value),
          MarkdownText.quote(variant.evidence.quote), variant.evidence.place)
      }
    }
    return table.rows.isEmpty ? "" : "The sources disagree:\n\n" + table.text
  }

  private func claims(of incident: Incident) -> String {
    var table = MarkdownTable("Who", "Stance", "About whom", "Of what", "Weapon", "Words", "Source")
    for claim in incident.claims {
      table.append(
        MarkdownText.escaped(claim.claimant), claim.stance.rawValue, MarkdownText.escaped(claim.about ?? ""),
        claim.scope == .incident ? "this incident" : "all attacks there",
        MarkdownText.escaped(claim.weapon ?? ""), MarkdownText.quote(claim.evidence.quote),
        claim.evidence.place)
    }
    return table.rows.isEmpty ? "" : "Who says what about it:\n\n" + table.text
  }

  private func accounts(of incident: Incident) -> String {
    var table = MarkdownTable("Source", "Says", "Date", "People", "Effects")
    for account in incident.accounts {
      let people = [("killed", account.killed), ("injured", account.injured)].compactMap { word, toll in
        toll.map { "\($0.count.map(String.init) ?? "some") \(word)" }
      }
      let effects = account.effects.map {
        $0.kind.rawValue.split(separator: "_").joined(separator: " ") + ": "
          + MarkdownText.quote($0.evidence.quote, limit: 120)
      }
      table.append(
        account.sentences.first?.place ?? MarkdownText.escaped(account.document),
        account.sentences.map { MarkdownText.quote($0.quote) }.joined(separator: " "),
        MarkdownText.escaped(account.dateReason), people.joined(separator: ", "),
        effects.joined(separator: "; "))
    }
    return table.rows.isEmpty ? "" : "Accounts:\n\n" + table.text
  }
}

extension Evidence {
  /// "a.txt, 10–54": the document and the Unicode scalars of its text.
  var place: String { "\(MarkdownText.escaped(document)), \(start)–\(end)" }
}
