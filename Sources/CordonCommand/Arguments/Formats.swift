internal import ArgumentParser

/// The words of `--format`, the same in every command; each command takes those that make sense for it.
enum TableOrJSON: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

enum GeoJSONFormat: String, ExpressibleByArgument, CaseIterable {
  case geojson, geojsonl
}

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv, geojson
}

enum GeocodeFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, geojson
}
