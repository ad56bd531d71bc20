extension CompiledIndex {
  /// Numbers of the sections whose content is not what was written; reads the whole file.
  func damagedSections() -> [IndexFormat.Section] {
    sections.compactMap { entry in
      let content = UnsafeRawBufferPointer(
        rebasing: file.bytes[Int(entry.offset)..<Int(entry.offset + entry.length)])
      guard Checksum.of(content) != entry.checksum else { return nil }
      return IndexFormat.Section(rawValue: entry.section)
    }
  }
}
