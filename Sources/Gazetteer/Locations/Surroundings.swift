/// What the surroundings of the program say about folders; tests give their own.
public struct Surroundings: Sendable {
  public var variables: [String: String]
  /// Path of the running program, links resolved.
  public var executable: String?
  public var currentFolder: String

  public init(variables: [String: String], executable: String?, currentFolder: String) {
    self.variables = variables
    self.executable = executable
    self.currentFolder = currentFolder
  }

  /// Those of this process.
  public static var process: Surroundings {
    var variables: [String: String] = [:]
    for name in ["CORDON_DATA", "CORDON_CACHE", "CORDON_GAZETTEER", "XDG_CACHE_HOME", "HOME"] {
      variables[name] = FileSystem.environment(name)
    }
    return Surroundings(
      variables: variables, executable: FileSystem.executable, currentFolder: FileSystem.currentFolder)
  }
}
