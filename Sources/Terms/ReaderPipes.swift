/// Tables of Markdown.
extension OutlineReader {
    /// Reads `| a | b |` as a row, the first as the head of the table; false where there is no such row.
    mutating func readPipes(_ index: Int, from start: Int) -> Bool {
        let line = text.lines[index].scalars
        guard start < line.count, line[start] == "|", line.count > start + 1, let open = stack.last else { return false }
        let piece = whole(index, from: start)
        if line[start...].allSatisfy({ isSpace($0) || "|-:".unicodeScalars.contains($0) }) {
            guard let table else { return false }
            drafts[table.row ?? table.parent].marker.append(piece)
            return true
        }
        if table == nil || table?.isPipes != true {
            let owner = target ?? open.draft
            let article = stack.last { $0.level == .article }?.draft
            let isTerms = article.map { text.joined(drafts[$0].heading).contains("定義") } ?? false
            let parent = isTerms ? article ?? owner : owner
            tableCount[parent, default: 0] += 1
            let segment = isTerms ? "def" : "table\(tableCount[parent] ?? 1)"
            let container = add(segment, isTerms ? .definition : .row, under: parent, marker: [], text: [piece])
            drafts[container].parent = owner
            table = Table(parent: container, owner: container, prefix: "", kind: isTerms ? .definition : .row, isPipes: true)
            return true
        }
        guard var table else { return false }
        table.count += 1
        let row = add("\(table.count)", table.kind, under: table.parent, marker: [], text: [piece])
        if table.kind == .definition, let bar = line[(start + 1)...].firstIndex(of: "|") {
            drafts[row].heading = [LinePart(line: index, range: start..<bar)]
            drafts[row].text = [whole(index, from: bar)]
        }
        table.row = row
        self.table = table
        return true
    }
}
