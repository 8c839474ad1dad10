# A customer's 1,000 devices as they would come from an inventory: make fleet.
# The same on every run: a Lehmer generator (16807, 2^31-1) from a fixed seed. Made up; no customer's data.

function dice(n) { seed = (seed * 16807) % 2147483647; return seed % n }

# One of the weighted entries "weight:entry" that stand in list.
function pick(list,    entries, count, i, total, at, parts) {
  count = split(list, entries, " \\| ")
  for (i = 1; i <= count; i++) { split(entries[i], parts, ":"); total += parts[1] }
  at = dice(total)
  for (i = 1; i <= count; i++) {
    split(entries[i], parts, ":")
    if (at < parts[1]) return substr(entries[i], index(entries[i], ":") + 1)
    at -= parts[1]
  }
}

BEGIN {
  seed = 20250602
  print "管理番号,拠点,端末.OS,端末.リリース,端末.エディション,端末.版,端末.空き容量,端末.CPU不足,端末.メモリ不足,端末.回線不適,端末.上り不足,ブラウザ.利用,ブラウザ.製品,ブラウザ.版,依頼.サービス,メモ"
  # OS/release/edition/version
  devices = "420:Windows 10/22H2/一般/ | 90:Windows 10/22H2/法人/ | 35:Windows 10/21H2/法人/ | 25:Windows 10/1809/長期/ | 40:Windows 10//一般/" \
    " | 110:Windows 11/23H2/一般/ | 60:Windows 11/24H2/法人/ | 30:Windows 7/SP1// | 20:Windows 8.1/// | 15:macOS///" \
    " | 50:iOS///18.5 | 15:iOS///17.7 | 20:iPadOS///18.4 | 40:Android///15 | 20:Android///14 | 15:Android///12 | 5:Android///"
  # product/version, where the request is about the browser
  desktop = "50:Chrome/137.0 | 22:Chrome/136.0 | 3:Chrome/ | 15:Firefox/139.0 | 5:Firefox/128.0 | 30:Edge/137.0 | 4:IE/11"
  for (number = 1; number <= 1000; number++) {
    split(pick(devices), device, "/")
    os = device[1]
    isSmart = os == "iOS" || os == "iPadOS" || os == "Android"
    space = isSmart ? "" : pick("30:120GB | 20:35GB | 12:8000MB | 4:1GB | 5:600MB | 3:")
    line = pick("97:いいえ | 3:はい")
    uses = pick("70:はい | 30:いいえ")
    split("", browser)
    if (uses == "はい") split(os == "iOS" || os == "iPadOS" || os == "macOS" ? "Safari/18.4" : os == "Android" ? "Chrome/137.0" : pick(desktop), browser, "/")
    cpu = isSmart ? "" : pick("98:いいえ | 2:はい")
    memory = isSmart ? "" : "いいえ"
    note = pick("9: | 1:受付と共用")
    # What people get wrong.
    if (number == 137) os = "Windows10 Pro"
    if (number == 288) { os = "Windows 10"; device[2] = "22H3" }
    if (number == 402) space = "たくさん"
    if (number == 731) uses = "たぶん"
    if (number == 866) { os = "Windows 7"; device[2] = "22H2" }
    row = sprintf("PC-%04d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,クライアント設定", number, pick("5:本社 | 3:営業所 | 2:倉庫"), os, device[2], device[3], device[4], \
      space, cpu, memory, line, "いいえ", uses, browser[1], browser[2])
    print number == 555 ? row : row "," note
  }
}
