# What the contract says of devices.csv on 2025-06-02, counted without the program: the figures in Tests/CommandTests/FleetTests.swift.
#   awk -f Corpus/fleet/count.awk Corpus/fleet/devices.csv
#
# 別紙2, read by hand for the values that occur in the file, with the vendors' dates in Rules/rns/data:
#   the table of systems lists neither Windows 11 nor macOS (前文)
#   ※1: ended before the day are Windows 7 SP1 (2020-01-14), 8.1 (2023-01-10), 10 21H2 Enterprise (2024-06-11), iOS 17 (2025-05-13),
#       Android 12 (2025-03-03), IE 11 on Windows 10 (2022-06-14); IE 11 ends with Windows 7 and 8.1. IE on other systems is in no data.
#       Edge on Windows 7 and 8.1 ended on 2023-02-09. Not ended: Windows 10 22H2 (2025-10-14), its LTSC 1809 (2029-01-09; IE goes with it)
#   1GB must be free on a PC (※4); a line that is no broadband, and a processor that is too slow on a PC, are out
#   the newest Chrome is 137, the newest Firefox 139; Safari 6 to 8
#   ※3: a smart device is limited
# All rows ask for クライアント設定, so that the special provision of クライアントサポート for ended systems (別紙1Ⅴ（3）3) has no part in it.
BEGIN { FS = "," }
function out(clause) { reasons[clause] = 1; excluded = 1 }
{ sub(/\r$/, "") }
NR == 1 { next }
NF != 16 || $3 == "Windows10 Pro" || $4 == "22H3" || $7 == "たくさん" || $12 == "たぶん" || ($3 == "Windows 7" && $4 == "22H2") { refused++; next }
{
  split("", reasons); excluded = open = 0
  smart = $3 == "iOS" || $3 == "iPadOS" || $3 == "Android"
  ended = ($3 == "Windows 7" || $3 == "Windows 8.1" || ($3 == "Windows 10" && $4 == "21H2") || ($3 == "iOS" && $6 ~ /^17/) || ($3 == "Android" && $6 ~ /^12/))
  if ($3 == "Windows 11" || $3 == "macOS") out("app2.preamble")
  if (ended) out("app2.note1")
  if ($3 == "Windows 10" && $4 == "") open = 1
  if ($3 == "Android" && $6 == "") open = 1
  if (!smart) {
    megabytes = $7 ~ /GB$/ ? $7 * 1024 : $7 * 1
    if ($7 == "") open = 1; else if (megabytes < 1024) out("app2.disk")
    if ($8 == "はい") out("app2.cpu")
  }
  if ($10 == "はい") out("app2.line")
  if ($12 == "はい") {
    if ($13 == "Chrome" && $14 == "") open = 1
    if ($13 == "Chrome" && $14 != "" && $14 + 0 < 137) out("app2.browser.2")
    if ($13 == "Firefox" && $14 + 0 < 139) out("app2.browser.3")
    if ($13 == "Safari") { out("app2.browser.4"); if ($14 + 0 < 18) out("app2.note1") }
    if ($13 == "Edge" && ($3 == "Windows 7" || $3 == "Windows 8.1")) out("app2.note1")
    if ($13 == "IE" && ($3 == "Windows 7" || $3 == "Windows 8.1" || ($3 == "Windows 10" && $5 != "長期"))) out("app2.note1")
    if ($13 == "IE" && $3 != "Windows 7" && $3 != "Windows 8.1" && $3 != "Windows 10") open = 1
  }
  outcome = excluded ? "対象外" : open ? "未決" : smart ? "限定" : "対応"
  total[outcome]++
  if (excluded) for (clause in reasons) clauses[clause]++
}
END {
  print "refused", refused
  for (outcome in total) print outcome, total[outcome] | "sort"
  close("sort")
  for (clause in clauses) print clause, clauses[clause] | "sort"
}
