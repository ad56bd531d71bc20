internal import ArgumentParser

struct SitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "List, show, check and import registered sites.",
    discussion: """
      EXAMPLES:
        cordon sites list --operator AZ --host UA
        cordon sites show az-emb-kyiv
        cordon sites check our-sites.csv
        cordon sites import embassies.csv > our-sites.csv
      """,
    subcommands: [SitesList.self, SitesShow.self, SitesCheck.self, SitesImport.self])
}
