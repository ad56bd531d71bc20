internal import ArgumentParser

/// A two-letter country code as typed, in capitals.
func countryCode(_ text: String) throws -> String {
  let code = text.uppercased()
  guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
    throw ValidationError("'\(text)' is no country code; write two letters, as in AZ.")
  }
  return code
}
