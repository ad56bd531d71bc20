/// By which names a position and an id go, in lower case; the earlier win.
enum ColumnNames {
  static let latitude = ["lat", "latitude", "y", "decimallatitude", "lat_dd", "gps_lat"]
  static let longitude = ["lon", "lng", "long", "longitude", "x", "decimallongitude", "lon_dd", "gps_lon"]
  static let id = ["id", "fid", "uid", "event_id_cnty", "geonameid"]

  static func index(of names: [String], in columns: [String]) -> Int? {
    let lowercased = columns.map { $0.lowercased() }
    for name in names {
      if let index = lowercased.firstIndex(of: name) { return index }
    }
    return nil
  }

  /// Names that occur in `taken` get `_b` behind them, as often as needed.
  static func distinct(_ names: [String], from taken: [String]) -> [String] {
    var used = Set(taken)
    return names.map { name in
      var name = name
      while !used.insert(name).inserted { name += "_b" }
      return name
    }
  }
}
