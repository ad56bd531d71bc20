/// All that the page of a report says, for each of the forms it is written in: to put it together takes longer than to
/// write it.
public struct FilledPage {
  let view: View
  /// The data folder's `report`.
  let folder: String

  public init(_ report: Report) {
    view = report.page.view()
    folder = report.folder
  }
}
