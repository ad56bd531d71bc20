/// Indices of spans in the order they were added, as a chain of nodes in memory that many lists share.
///
/// Numbers and pointers only; must not outlive that memory.
struct SpanList: Sequence {
  struct Node {
    let span: Int
    var next: UnsafeMutablePointer<Node>?
  }

  private var head: UnsafeMutablePointer<Node>?
  private var tail: UnsafeMutablePointer<Node>?

  var isEmpty: Bool { head == nil }
  var first: Int? { head?.pointee.span }

  /// - Parameter node: memory for one, which nothing else uses.
  mutating func append(_ span: Int, _ node: UnsafeMutablePointer<Node>) {
    node.initialize(to: Node(span: span))
    if let tail { tail.pointee.next = node } else { head = node }
    tail = node
  }

  struct Iterator: IteratorProtocol {
    fileprivate var node: UnsafeMutablePointer<Node>?

    mutating func next() -> Int? {
      guard let node else { return nil }
      self.node = node.pointee.next
      return node.pointee.span
    }
  }

  func makeIterator() -> Iterator { Iterator(node: head) }
}
