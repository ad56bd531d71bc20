extension CompiledIndex {
  /// The data folder that the index was made from, then the dumps that were imported.
  var sourceLines: [String] {
    guard let entry = sections.first(where: { $0.section == IndexFormat.Section.sources.rawValue }) else {
      return []
    }
    return file.bytes[Int(entry.offset)..<Int(entry.offset + entry.length)].split(separator: 0x0A)
      .map { String(decoding: $0, as: UTF8.self) }
  }

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
