/// Works on what a source gives, several at a time, and hands the results on in the source's order.
///
/// At most `2 * width` inputs and results are alive at once, whatever the source holds: a slow one makes
/// the source wait, not the results pile up.
///
/// - Parameters:
///   - width: how many are worked on at a time; at least 1.
///   - next: the next input, `nil` at the end; called from one task only.
///   - transform: must not depend on the other inputs.
///   - receive: called once for each input, in order, from the task that calls `next`.
func forEachInOrder<Input: Sendable, Output: Sendable>(
  width: Int,
  next: () throws -> Input?,
  transform: @escaping @Sendable (Input) throws -> Output,
  receive: (Output) throws -> Void
) async throws {
  precondition(width > 0, "somebody must do the work")
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var waiting: [Int: Output] = [:]
    var started = 0
    var running = 0
    var delivered = 0
    var isAtEnd = false
    while true {
      while !isAtEnd, running < width, started - delivered < 2 * width {
        try Task.checkCancellation()
        guard let input = try next() else {
          isAtEnd = true
          break
        }
        let number = started
        group.addTask { (number, try transform(input)) }
        started += 1
        running += 1
      }
      guard let (number, output) = try await group.next() else { break }
      running -= 1
      waiting[number] = output
      while let output = waiting.removeValue(forKey: delivered) {
        try receive(output)
        delivered += 1
      }
    }
  }
}
