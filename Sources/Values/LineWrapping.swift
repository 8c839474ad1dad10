/// A text with every line that is too wide broken, the rest of it two columns further in than its beginning.
///
/// Breaks at a space where there is one near, otherwise between any two characters of Japanese, but never so that a line begins with a
/// closing mark or a small one (、。）ー), or ends with an opening one.
package func wrapped(_ text: String, columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { wrappedLine(String($0), columns) }.joined(separator: "\n")
}

private func wrappedLine(_ line: String, _ columns: Int) -> String {
    guard displayWidth(line) > columns else { return line }
    let indent = String(line.prefix { $0 == " " })
    let hanging = String(repeating: " ", count: indent.count + 2)
    // Too narrow a screen wraps better by itself.
    guard columns >= hanging.count + 10 else { return line }
    var (lines, rest, lead) = ([String](), Array(line.dropFirst(indent.count)), indent)
    while !rest.isEmpty {
        let end = breakPlace(rest, columns - lead.count)
        lines.append(lead + String(rest[..<end]))
        rest = Array(rest[end...].drop { $0 == " " })
        lead = hanging
    }
    return lines.joined(separator: "\n")
}

/// How many characters stay on the line.
private func breakPlace(_ characters: [Character], _ columns: Int) -> Int {
    var (end, width) = (0, 0)
    while end < characters.count {
        width += displayWidth(String(characters[end]))
        guard width <= columns else { break }
        end += 1
    }
    guard end < characters.count else { return end }
    var place = end
    while place > end / 2, !mayBreak(characters, at: place) { place -= 1 }
    return place > end / 2 ? place : max(1, end)
}

private func mayBreak(_ characters: [Character], at place: Int) -> Bool {
    let (before, after) = (characters[place - 1], characters[place])
    if before == " " || after == " " { return true }
    if opening.contains(before) || closing.contains(after) { return false }
    return displayWidth(String(before)) == 2 || displayWidth(String(after)) == 2
}

private let opening = Set("（「『【〔［｛([{“‘")
private let closing = Set("）」』】〕］｝)]}”’、。，．・：；？！,.:;?!ー々ゝぁぃぅぇぉっゃゅょァィゥェォッャュョ…")
