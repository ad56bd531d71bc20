internal import ArgumentParser
internal import GeoModel

/// A distance as typed, told with the reason when it is none.
func distance(_ text: String) throws -> Meters {
  do {
    return try Meters(parsing: text)
  } catch {
    throw ValidationError(error.description)
  }
}

/// Distances separated by commas.
func distances(_ text: String) throws -> [Meters] {
  do {
    return try Meters.list(parsing: text)
  } catch {
    throw ValidationError(error.description)
  }
}
