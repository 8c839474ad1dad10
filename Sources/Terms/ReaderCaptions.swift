/// Headings that stand on the line before the number, as statutes have them, and what Markdown puts around both.
extension OutlineReader {
    /// Whether a line is the heading of the article whose number the next line begins with.
    func isCaption(_ index: Int) -> Bool {
        isCaptionText(index, from: 0) && isBracketed(emphasised(index)) || isCaptionText(index, from: 0) && isPlainCaption(index)
    }

    /// Whether the next line begins with the number of an article that has no heading of its own.
    func isCaptionText(_ index: Int, from start: Int) -> Bool {
        guard index + 1 < text.lines.count, !contents.contains(index + 1), isHeadingLike(text.lines[index].scalars[start...]) else { return false }
        let next = text.lines[index + 1].scalars
        let head = Head(next, from: markdownPrefix(index + 1))
        guard let reading = head.mark(), case .article = reading.mark, head.closing(of: reading.next) == nil else { return false }
        return reading.next >= head.count || !isHeadingLike(next[head.place(reading.next)...])
    }

    /// A line without the emphasis of Markdown around it.
    private func emphasised(_ index: Int) -> ArraySlice<Unicode.Scalar> {
        let line = text.lines[index].scalars
        guard layout.isMarkdown, let first = line.firstIndex(where: { $0 != "*" && $0 != "_" }), let last = line.lastIndex(where: { $0 != "*" && $0 != "_" })
        else {
            return line[...]
        }
        return line[first...last]
    }

    /// （目的）
    private func isBracketed(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let head = Head(Array(line))
        return head.closing(of: 0) == head.count && head.mark() == nil
    }

    /// A heading without brackets: the text before has ended, and the line is set off by a blank one.
    private func isPlainCaption(_ index: Int) -> Bool {
        let line = text.lines[index]
        guard line.scalars.count <= 30, Head(line.scalars, from: markdownPrefix(index)).mark() == nil, isComplete(before: index) else { return false }
        return line.followsBlank && !text.lines[index + 1].followsBlank || Typesetting.markdownHeading(line.scalars) != nil
    }

    /// Where a line's words begin behind what Markdown puts before them.
    func markdownPrefix(_ index: Int) -> Int { layout.isMarkdown ? Typesetting.markdownPrefix(text.lines[index].scalars) : 0 }

    /// Whether a line is a rule or a fence of Markdown.
    func isRule(_ index: Int) -> Bool {
        let line = text.lines[index].scalars
        guard line.count >= 3, let first = line.first, "-=_*―─━~`".unicodeScalars.contains(first) else { return false }
        return line.allSatisfy { $0 == first || isSpace($0) } || line.starts(with: "```".unicodeScalars)
    }
}
