internal import GeoModel
internal import Incidents
internal import Proximity

extension LayerStyle {
  /// The style of a layer of the case, by the layer's name; `nil` for one without.
  static func named(_ name: String, _ tally: CaseTally) -> LayerStyle? {
    switch name {
    case "sites": sites
    case "incidents": incidents(kinds: tally.kinds)
    case "mentions": mentions
    case "links": links
    case "footprints": footprints
    case "rings": rings(tally.rings)
    default: nil
    }
  }

  private static let ink = Color(26, 26, 26)
  private static let white = Color(255, 255, 255)

  private static var sites: LayerStyle {
    LayerStyle(
      rules: [
        Rule(
          filter: "\"role\" IN ('target', 'protected')", label: "Site with incidents, or protected",
          symbol: .marker(shape: "square", fill: white, outline: ink, outlineWidth: 0.8, size: 5)),
        Rule(
          filter: "ELSE", label: "Other site in range",
          symbol: .marker(
            shape: "square", fill: Color(120, 120, 120), outline: white, outlineWidth: 0.3, size: 2.2)),
      ],
      labels: [
        Labels(
          filter: "\"role\" IN ('target', 'protected')", expression: "\"name\"", size: 9, isBold: true,
          place: .left),
        Labels(
          filter: "\"role\" = 'in_range'", expression: "\"name\"", size: 8, place: .left,
          largestDenominator: 100_000),
      ],
      mapTip: "<b>[% \"name\" %]</b><br>[% \"kind\" %], known to within [% \"accuracy_m\" %] m<br>"
        + "[% \"n_incidents\" %] incidents, [% \"n_possible\" %] more possibly near")
  }

  /// Solid where a site's surroundings are known closely; hollow where the place is only a settlement or less,
  /// or the radius is large.
  private static func incidents(kinds: Set<IncidentKind>) -> LayerStyle {
    let exact =
      "\"precision\" IN ('site', 'near_site') AND \"uncertainty_m\" <= \(Int(PrecisionClass.exactRadius.value))"
    var rules: [Rule] = []
    for kind in IncidentKind.allCases where kinds.contains(kind) {
      let color = color(of: kind)
      rules.append(
        Rule(
          filter: "\"kind\" = '\(kind.rawValue)' AND \(exact)", label: kind.label,
          symbol: .ringedMarker(
            shape: "circle", fill: color, outline: white, outlineWidth: 0.3, size: 3.2, ring: estimate)))
      rules.append(
        Rule(
          filter: "\"kind\" = '\(kind.rawValue)' AND NOT (\(exact))",
          label: "\(kind.label), somewhere in the outlined area",
          symbol: .ringedMarker(
            shape: "circle", fill: color.with(alpha: 0), outline: color, outlineWidth: 0.7, size: 3.6,
            ring: estimate)))
    }
    rules.append(
      Rule(
        filter: "ELSE", label: "other",
        symbol: .marker(
          shape: "circle", fill: Color(150, 150, 150), outline: white, outlineWidth: 0.3, size: 3)))
    return LayerStyle(
      rules: rules,
      labels: [
        Labels(filter: "\(firstHere) = \"id\"", expression: listHere, size: 8, place: .right)
      ],
      mapTip:
        "<b>[% \"title\" %]</b><br>[% \(days) %]<br>[% \"precision\" %], within [% round(\"uncertainty_m\") %] m"
        + "<br>[% \"n_documents\" %] documents, confidence [% \"confidence\" %]<br>[% \"reason\" %]",
      isTimed: true)
  }

  private static let days =
    "if(\"date_from\" = \"date_to\", format_date(\"date_from\", 'yyyy-MM-dd'), "
    + "format_date(\"date_from\", 'yyyy-MM-dd') || ' to ' || format_date(\"date_to\", 'yyyy-MM-dd'))"

  /// Incidents at one point share one label, so that none hides another's.
  private static let here = "\"lat\" || ' ' || \"lon\""
  private static let firstHere = "array_first(array_agg(\"id\", group_by:=\(here), order_by:=\"time_start\"))"

  /// One line an incident; of more than six, how many and from when to when.
  private static let listHere: String = {
    let vague =
      "', ' || coalesce(\"site\", \"place\", \"anchor\") || ' (± ' || round(\"uncertainty_m\" / 1000) || ' km)'"
    let line =
      "replace(\"kind\", '_', ' ') || ' ' || \(days) "
      + "|| case when \"precision\" = 'site' and \"uncertainty_m\" <= 2000 then '' "
      + "when \"precision\" = 'near_site' then coalesce(', ' || round(\"distance_m\") || ' m away', '') "
      + "else \(vague) end"
    return "if(count(\"id\", group_by:=\(here)) > 6, count(\"id\", group_by:=\(here)) || ' incidents, ' || "
      + "format_date(minimum(\"date_from\", group_by:=\(here)), 'yyyy-MM-dd') || ' to ' || "
      + "format_date(maximum(\"date_to\", group_by:=\(here)), 'yyyy-MM-dd'), "
      + "concatenate(\(line), group_by:=\(here), concatenator:='\n', order_by:=\"time_start\"))"
  }()

  /// The stated distance from what it was measured from, where nobody says in which direction. On the map's
  /// sphere a length grows with the latitude.
  private static let estimate =
    "if(\"relation\" = 'distance' and \"stated_distance_m\" > 0, transform(boundary(buffer("
    + "transform($geometry, 'EPSG:4326', 'EPSG:3857'), \"stated_distance_m\" / cos(radians(\"lat\")), 24)), "
    + "'EPSG:3857', 'EPSG:4326'), NULL)"

  private static func color(of kind: IncidentKind) -> Color {
    switch kind {
    case .missileStrike: Color(215, 25, 28)
    case .droneAttack: Color(230, 97, 1)
    case .airStrike: Color(166, 54, 3)
    case .shelling: Color(202, 0, 32)
    case .bombing: Color(123, 50, 148)
    case .explosion: Color(194, 87, 180)
    case .armedAttack: Color(84, 39, 136)
    case .arson: Color(200, 140, 0)
    case .mobViolence: Color(44, 123, 182)
    case .abduction: Color(0, 104, 55)
    case .aircraftCrash: Color(1, 102, 94)
    case .other: Color(99, 99, 99)
    }
  }

  private static var mentions: LayerStyle {
    LayerStyle(
      rules: [
        Rule(
          filter: "ELSE", label: "place named in a document",
          symbol: .marker(
            shape: "cross2", fill: Color(80, 80, 80, 160), outline: Color(80, 80, 80, 160), outlineWidth: 0.2,
            size: 1.8))
      ],
      mapTip: "<b>[% \"text\" %]</b>: [% \"name\" %]<br>[% \"document\" %], [% \"start\" %]–[% \"end\" %]")
  }

  private static var links: LayerStyle {
    LayerStyle(
      rules: [
        Rule(
          filter: "\"own_site\"", label: "to the incident's own site",
          symbol: .line(color: Color(60, 60, 60, 200), width: 0.35, style: "solid")),
        Rule(
          filter: "NOT \"own_site\" AND \"distance_m\" <= 1000", label: "to a site within about 1 km",
          symbol: .line(color: Color(90, 90, 90, 110), width: 0.2, style: "dash")),
        Rule(
          filter: "ELSE", label: "to a site farther away",
          symbol: .line(color: Color(120, 120, 120, 30), width: 0.1, style: "dash")),
      ],
      labels: [
        Labels(filter: "\"own_site\"", expression: "\"label\"", size: 8, place: .along),
        Labels(
          filter: "NOT \"own_site\" AND \"distance_m\" <= 1000", expression: "\"label\"", size: 7,
          place: .along, largestDenominator: 25_000),
      ],
      mapTip: "<b>[% \"label\" %]</b><br>[% \"site\" %]", isTimed: true)
  }

  private static var footprints: LayerStyle {
    LayerStyle(
      rules: [
        Rule(
          filter: "\"precision\" IN ('site', 'near_site')",
          label: "where it may have been: at or near a site",
          symbol: .area(
            fill: Color(215, 25, 28, 18), outline: Color(215, 25, 28, 190), outlineWidth: 0.3,
            outlineStyle: "dash")),
        Rule(
          filter: "ELSE", label: "where it may have been: settlement, region or country",
          symbol: .area(
            fill: Color(70, 70, 70, 8), outline: Color(70, 70, 70, 150), outlineWidth: 0.3,
            outlineStyle: "dash")),
      ],
      mapTip: "<b>[% \"title\" %]</b><br>[% \"reason\" %]", isTimed: true, largestFirst: "uncertainty_m")
  }

  private static func rings(_ radii: [Meters]) -> LayerStyle {
    let colors = [Color(178, 24, 43), Color(239, 138, 98), Color(90, 180, 172), Color(33, 102, 172)]
    let ascending = radii.sorted()
    var rules: [Rule] = []
    for (index, radius) in ascending.enumerated().reversed() {
      // Spread over the colours from the smallest, red, to the largest, blue.
      let place = ascending.count < 2 ? 0 : index * (colors.count - 1) / (ascending.count - 1)
      rules.append(
        Rule(
          filter: "\"radius_m\" = \(radius.value)", label: "within \(radius.distanceLabel)",
          symbol: .area(
            fill: colors[place].with(alpha: 8), outline: colors[place].with(alpha: 150), outlineWidth: 0.3,
            outlineStyle: "solid")))
    }
    return LayerStyle(
      rules: rules,
      labels: [Labels(expression: "\"label\"", size: 8, place: .border, largestDenominator: 150_000)],
      mapTip:
        "<b>[% \"label\" %]</b> around [% \"site\" %]<br>[% \"n_certain\" %] certain, [% \"n_likely\" %] likely, "
        + "[% \"n_possible\" %] possible")
  }
}
