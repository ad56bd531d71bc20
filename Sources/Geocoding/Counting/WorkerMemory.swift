internal import Gazetteer
internal import Synchronization

/// What one worker keeps from document to document, so that hardly any memory has to be asked for.
///
/// `@unchecked Sendable`: it is lent to one document at a time.
final class WorkerMemory: @unchecked Sendable {
  let scan: ScanMemory
  let names = NameRecords()
  let found = FoundNames()
  let text = TextRooms()
  let placeNames = PlaceNames()
  private var tags: [(language: LanguageTables.Tables, memory: TagMemory)] = []
  /// What the document at hand refers to without counting references.
  private var kept: [AnyObject] = []

  init(_ scanner: NameScanner) { scan = scanner.makeMemory() }

  /// Keeps an object until the work on the document is done.
  func keep<Kept: AnyObject>(_ object: Kept) -> Kept {
    kept.append(object)
    return object
  }

  func tags(of language: LanguageTables.Tables) -> TagMemory {
    if let known = tags.first(where: { $0.language === language }) { return known.memory }
    let memory = TagMemory()
    tags.append((language, memory))
    return memory
  }

  fileprivate func letGo() {
    if !kept.isEmpty { kept.removeAll() }
    names.letGo()
  }
}

/// Lends each document a memory that no other one has; there are as many as documents were worked on at a time.
final class WorkerMemories: Sendable {
  private let idle = Mutex<[WorkerMemory]>([])
  private let scanner: NameScanner

  init(_ scanner: NameScanner) { self.scanner = scanner }

  func lend<Result>(_ body: (WorkerMemory) -> Result) -> Result {
    let memory = idle.withLock { $0.popLast() } ?? WorkerMemory(scanner)
    defer {
      memory.letGo()
      idle.withLock { $0.append(memory) }
    }
    return body(memory)
  }
}
