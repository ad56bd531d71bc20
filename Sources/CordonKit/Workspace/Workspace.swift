/// What the stages need besides the documents: the gazetteer, the sites and the lexicons.
///
/// Each is opened when it is first asked for, so that a command that needs none of them starts at once.
public final class Workspace: Sendable {
  /// `nil`: where `CORDON_DATA`, the installation or the surrounding folders have it.
  public let dataFolder: String?
  /// Tables of the user's own sites; a later one wins over an earlier one.
  public let siteFiles: [String]

  public init(dataFolder: String? = nil, siteFiles: [String] = []) {
    self.dataFolder = dataFolder
    self.siteFiles = siteFiles
  }
}
