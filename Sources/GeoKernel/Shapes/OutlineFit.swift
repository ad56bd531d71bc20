/// How the straight edges of an outline lie to the true circle.
public enum OutlineFit: Hashable, Sendable {
  /// Every vertex is on the circle, to a nanometre; edges cut inside between them.
  case vertices
  /// The whole outline lies inside the circle: what it contains is certainly within the radius.
  case inscribed
  /// The whole circle lies inside the outline: what is outside is certainly beyond the radius.
  case circumscribed
}
