/// How much of a large case a page for people holds; what is beyond is counted and said to be left out.
struct ReportLimits {
  var summaryRows = 100
  var sections = 30
  /// Incidents in the table of one site.
  var siteRows = 80
  /// Incidents with everything they rest on, in the whole report.
  var details = 60
  var detailsOfSite = 25
  var claims = 30
  /// Claims that are looked at in one incident, of which several may be told as one.
  var claimsRead = 100
  var accounts = 12
  var sentences = 4
  var sources = 8
  var otherSites = 40
  var statements = 40
  var concerns = 4
  var documents = 200
  var unread = 100
}
