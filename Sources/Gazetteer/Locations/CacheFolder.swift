/// Where the compiled index is kept.
public enum CacheFolder {
  /// `CORDON_CACHE`; else `cordon` in `XDG_CACHE_HOME`; else `~/.cache/cordon` (macOS: `~/Library/Caches/cordon`).
  ///
  /// Without a home folder it is `.cordon-cache` in the current folder. The folder need not exist.
  public static func path(surroundings: Surroundings = .process) -> String {
    let variables = surroundings.variables
    if let asked = variables["CORDON_CACHE"], !asked.isEmpty { return asked }
    if let shared = variables["XDG_CACHE_HOME"], shared.hasPrefix("/") { return shared + "/cordon" }
    guard let home = variables["HOME"], !home.isEmpty else {
      return surroundings.currentFolder + "/.cordon-cache"
    }
    #if os(macOS)
      return home + "/Library/Caches/cordon"
    #else
      return home + "/.cache/cordon"
    #endif
  }
}
