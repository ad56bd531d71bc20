internal import CordonKit

/// Says on standard error which of several places a name was taken for.
func explainChoice(_ location: Location, asked phrase: String) {
  guard let next = location.alternatives.first else { return }
  tell(
    "cordon: '\(SafeText.line(phrase))' is taken as \(SafeText.line(location.name)); "
      + "there is also \(SafeText.line(next))")
}
