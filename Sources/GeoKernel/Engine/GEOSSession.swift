internal import CGEOS

/// One engine context for one synchronous piece of work.
///
/// A context belongs to one thread at a time. It costs about 0.1 µs, so it is not shared or kept.
struct GEOSSession: ~Copyable {
  let context: OpaquePointer
  private let messages: Unmanaged<Messages>

  fileprivate final class Messages {
    var last = ""
  }

  fileprivate init() throws(GeometryError) {
    guard let context = GEOS_init_r() else {
      throw GeometryError(.engine, "geometry engine", "no context could be made; is memory exhausted?")
    }
    self.context = context
    messages = Unmanaged.passRetained(Messages())
    _ = GEOSContext_setErrorMessageHandler_r(
      context,
      { text, box in
        guard let text, let box else { return }
        Unmanaged<Messages>.fromOpaque(box).takeUnretainedValue().last = String(cString: text)
      }, messages.toOpaque())
  }

  deinit {
    GEOS_finish_r(context)
    messages.release()
  }

  /// Forgets the message of an earlier call, so that it cannot explain a later one.
  func forgetMessages() { messages.takeUnretainedValue().last = "" }

  /// The error to throw when the engine refused.
  func failure(_ operation: String) -> GeometryError {
    let words = messages.takeUnretainedValue().last
    return GeometryError(
      .engine, operation, words.isEmpty ? "the geometry engine gave no reason" : "engine: \(words)")
  }

  /// Takes over what a factory of the engine returned; `nil` is its way to report an exception.
  func own(_ pointer: OpaquePointer?, _ operation: String) throws(GeometryError) -> OwnedGeometry {
    guard let pointer else { throw failure(operation) }
    return OwnedGeometry(context: context, pointer: pointer)
  }

  /// Reads the answer of a predicate: 1 true, 0 false, 2 exception.
  func truth(_ answer: CChar, _ operation: String) throws(GeometryError) -> Bool {
    guard answer == 0 || answer == 1 else { throw failure(operation) }
    return answer == 1
  }
}

/// A geometry of the engine, freed once, on every path.
struct OwnedGeometry: ~Copyable {
  private let context: OpaquePointer
  let pointer: OpaquePointer

  fileprivate init(context: OpaquePointer, pointer: OpaquePointer) {
    self.context = context
    self.pointer = pointer
  }

  deinit { GEOSGeom_destroy_r(context, pointer) }

  /// Hands the geometry to an engine function that takes its input, even when it fails.
  consuming func relinquish() -> OpaquePointer {
    let taken = pointer
    discard self
    return taken
  }
}

/// Runs `body` with a context of its own. Nothing that belongs to the context can leave it.
func withGEOS<R>(
  _ body: (borrowing GEOSSession) throws(GeometryError) -> R
) throws(GeometryError) -> R {
  let session = try GEOSSession()
  return try body(session)
}
