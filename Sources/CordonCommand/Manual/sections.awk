# Gives a generated manual page the sections that manual pages have.
#
# The argument parser puts the whole help text under DESCRIPTION and closes with a sentence on exit
# statuses that holds for any program. Here the parts of the help text headed "EXAMPLES:",
# "EXIT STATUS:" and "ENVIRONMENT:" become sections of their own, in place of that sentence.

function close_section() { if (section != "") sections = sections ".Ed\n"; section = "" }

/^[A-Z][A-Z ]*:$/ {
  close_section()
  section = substr($0, 1, length($0) - 1)
  sections = sections ".Sh \"" section "\"\n.Bd -literal\n"
  if (section == "EXIT STATUS") has_statuses = 1
  next
}
/^\./ { close_section() }
section != "" {
  # The heading of the next part follows an empty line.
  if ($0 != "") { sub(/^  /, ""); gsub(/\\/, "\\e"); sections = sections $0 "\n" }
  next
}
/^\.Sh "EXIT STATUS"$/ {
  getline
  if (!has_statuses) sections = sections ".Sh \"EXIT STATUS\"\nAs listed in\n.Xr cordon 1 .\n"
  printf "%s", sections
  next
}
{ print }
