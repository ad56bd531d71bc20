internal import ArgumentParser
internal import Reading

/// A day as typed, `YYYY-MM-DD`.
func day(_ text: String) throws -> CalendarDate {
  guard text.utf8.count == 10, let date = CalendarDate(iso: text) else {
    throw ValidationError("'\(text)' is not a day; write it as 2025-11-14.")
  }
  return date
}
