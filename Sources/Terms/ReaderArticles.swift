/// Chapters, articles, annexes and their headings.
extension OutlineReader {
    /// 第1章: closes what is of its rank and above.
    mutating func beginDivision(_ rank: Int, _ number: String, _ reading: MarkReading, _ head: Head, _ index: Int, from start: Int) -> Bool {
        guard reading.isSetOff || isComplete(before: index) else { return false }
        settleArticle()
        if let root = stack.first(where: { $0.level == .root }), drafts[root.draft].kind == .annex, !isComplete(before: index) { return false }
        close { level in
            if case .division(let open) = level { open >= rank } else { true }
        }
        let value = Int(number.prefix { $0.isASCII && $0.isNumber }) ?? 0
        if let last = lastDivision[rank], value != last + 1, !number.contains("_"), value != 1 || rank == 1 && stack.isEmpty {
            let unit = ["編", "章", "節", "款", "目"][rank]
            findings.append(.division("第\(number)\(unit)", expected: last + 1, text.lines[index].number))
        }
        lastDivision[rank] = value
        for lower in lastDivision.keys where lower > rank { lastDivision[lower] = nil }
        let segment = ["part", "chapter", "section", "subsection", "division"][rank] + number
        let draft = add(segment, rank <= 1 ? .chapter : .section, under: stack.last?.draft, marker: marker(head, reading, index, from: start))
        stack.append(Open(draft: draft, level: .division(rank), number: value))
        takeHeading(head, reading.next, index)
        return true
    }

    /// 第1条, unless it is a reference with which the line happens to begin.
    mutating func beginArticle(_ number: ArticleNumber, _ last: ArticleNumber?, _ reading: MarkReading, _ head: Head, _ index: Int, from start: Int) -> Bool {
        let isBack = goesOnBehindAnnex(number)
        let root = isBack ? nil : stack.first { $0.level == .root }?.draft
        let key = root.map { drafts[$0].id } ?? ""
        let before = lastArticle[key]
        let isDue = before.map { number.follows($0) } ?? true
        let isComplete = isComplete(before: index) || !openTextRunsOn
        if !isDue || !reading.isSetOff, !isComplete { return false }
        if !isComplete, nextGoesOn(index) { return false }
        if reading.setting == .glued, !isDue, caption == nil {
            if [.closed, .open].contains(ending(before: index)) { findings.append(.doubtful(number.citation, text.lines[index].number)) }
            return false
        }
        if reading.setting == .doubtful, !isDue || !isHeading(head, reading.next, index) { return false }
        if reading.setting != .setOff, [.dangling, .cut].contains(ending(before: index)) { return false }
        settleArticle()
        pendingApart = nil
        if isBack { stack.removeAll() }
        check(number, after: before, key, index)
        lastArticle[key] = last ?? number
        (suspects, suspectArticle, indentsBullets) = ([:], nil, false)
        close { level in
            if case .division = level { false } else { level != .root }
        }
        let parent = stack.last?.draft
        let also = last.map { last in (number.value + 1...max(number.value + 1, last.value)).prefix(200).map(String.init) } ?? []
        let draft = addArticle(number.segment, under: parent, root: root, also: also, marker: marker(head, reading, index, from: start))
        if let caption {
            drafts[draft].heading = [caption]
            self.caption = nil
        }
        stack.append(Open(draft: draft, level: .article, number: number.value))
        takeHeading(head, reading.next, index)
        return true
    }

    /// Whether an article goes on behind an annex with the numbers before it: the annex has no articles of its own.
    private func goesOnBehindAnnex(_ number: ArticleNumber) -> Bool {
        guard let root = stack.first(where: { $0.level == .root }), drafts[root.draft].kind == .annex, lastArticle[drafts[root.draft].id] == nil else {
            return false
        }
        return lastArticle[""].map { number.follows($0) } ?? false
    }

    /// Whether what follows a number is a heading or a sentence of the article, although a reference may go on so.
    private func isHeading(_ head: Head, _ next: Int, _ index: Int) -> Bool {
        guard [.closed, .open].contains(ending(before: index)) else { return false }
        let rest = text.lines[index].scalars[head.place(next)...]
        if head.closing(of: next) != nil { return true }
        let isJoined = Head.joints.contains { head.has($0, at: next) } || head.gap(before: next) == 0
        return !isJoined || isHeadingLike(rest) && rest.count <= 25 && !nextGoesOn(index)
    }

    /// Articles are numbered through all chapters: their IDs do not name the chapter.
    private mutating func addArticle(_ segment: String, under parent: Int?, root: Int?, also: [String], marker: [LinePart]) -> Int {
        let draft = add(segment, .article, under: root, also: also, marker: marker)
        drafts[draft].parent = parent
        return draft
    }

    /// Reports gaps, repetitions and steps back.
    private mutating func check(_ number: ArticleNumber, after last: ArticleNumber?, _ key: String, _ index: Int) {
        let line = text.lines[index].number
        let name = "\(key)/\(number.segment)"
        if let first = articleLines[name] {
            findings.append(.repeated(number.citation, first: first, line))
        } else if let last, !number.follows(last) {
            if number < last {
                findings.append(.backward(number.citation, after: last.citation, line))
            } else {
                let (from, to) = (last.value + 1, number.branches.isEmpty ? number.value - 1 : number.value)
                findings.append(.missing(from: ArticleNumber(from).citation, to: ArticleNumber(max(from, to)).citation, line))
            }
        } else if last == nil, number.value > 1 {
            findings.append(.missing(from: ArticleNumber(1).citation, to: ArticleNumber(number.value - 1).citation, line))
        }
        if articleLines[name] == nil { articleLines[name] = line }
    }

    /// 附則 or 別紙: closes everything.
    mutating func beginRoot(_ kind: Outline.Kind, _ id: String, _ reading: MarkReading, _ head: Head, _ index: Int, from start: Int) {
        settleArticle()
        stack.removeAll()
        (suspects, suspectArticle, indentsBullets) = ([:], nil, false)
        caption = nil
        lastDivision = [:]
        let count = kind == .annex ? 1 : next(id)
        let draft = add(count > 1 ? "\(id)\(count)" : id, kind, under: nil, marker: marker(head, reading, index, from: start))
        stack.append(Open(draft: draft, level: .root, number: 0))
        takeHeading(head, reading.next, index)
    }

    /// A Markdown heading without a number: the title, or a section.
    mutating func beginHeading(_ index: Int, from start: Int) {
        if drafts.isEmpty {
            let draft = add("title", .section, under: nil, marker: piece(index, 0, start).map { [$0] } ?? [])
            drafts[draft].heading = [whole(index, from: start)]
            target = nil
            return
        }
        if isCaptionText(index, from: start) {
            caption = whole(index, from: 0)
            return
        }
        close { level in
            if case .division = level { true } else { level != .root }
        }
        doubtRest(index, from: start)
        let draft = add("heading\(next("heading"))", .section, under: stack.last?.draft, marker: piece(index, 0, start).map { [$0] } ?? [])
        drafts[draft].heading = [whole(index, from: start)]
        stack.append(Open(draft: draft, level: .division(0), number: 0))
    }

    /// The mark with what stands before it on the line.
    func marker(_ head: Head, _ reading: MarkReading, _ index: Int, from start: Int) -> [LinePart] {
        // What Markdown puts before a mark belongs to it.
        let begin = text.lines[index].scalars[..<start].allSatisfy { isSpace($0) || "#*_>-".unicodeScalars.contains($0) } ? 0 : start
        guard reading.next > 0 else { return piece(index, begin, start).map { [$0] } ?? [] }
        return piece(index, begin, min(head.place(reading.next - 1) + 1, text.lines[index].scalars.count)).map { [$0] } ?? []
    }

    /// Takes the rest of a line as the heading of the node just begun, or as its text.
    mutating func takeHeading(_ head: Head, _ next: Int, _ index: Int) {
        guard let target, next < head.count else { return }
        let line = text.lines[index].scalars
        let place = head.place(next)
        if layout.isMarkdown, head[next] == "*" || head[next] == "_" {
            // The emphasis around the number ends here.
            let end = line[place...].firstIndex { $0 != "*" && $0 != "_" } ?? line.count
            drafts[target].marker += piece(index, place, end).map { [$0] } ?? []
            return takeHeading(Head(line, from: end), 0, index)
        }
        if head.closing(of: next) != nil || isHeadingLike(line[place...]) { doubtRest(index, from: place) }
        if let end = head.closing(of: next) {
            if let own = piece(index, place, head.place(end - 1) + 1) {
                if drafts[target].heading.isEmpty { drafts[target].heading = [own] } else { drafts[target].text.append(own) }
            }
            if end < head.count { readRest(index, from: head.place(end)) }
        } else if isHeadingLike(line[place...]) || layout.isMarkdown && Typesetting.markdownHeading(line) != nil || isListing(index, from: place) {
            drafts[target].heading.append(whole(index, from: place))
        } else {
            readRest(index, from: place)
        }
    }

    /// What follows a heading on its line: marks of Markdown, a list, or text.
    private mutating func readRest(_ index: Int, from place: Int) {
        let rest = text.lines[index].scalars[place...]
        if let target, rest.allSatisfy({ isSpace($0) || "*_#".unicodeScalars.contains($0) }) {
            drafts[target].marker.append(whole(index, from: place))
            return
        }
        let head = Head(text.lines[index].scalars, from: place)
        if let reading = head.list(), case .list(let mark) = reading.mark, mark.number == 1,
            beginItem([mark] + reading.others, head, reading, index, from: place)
        {
            return
        }
        goOn(index, from: place)
    }

    /// Whether what stands behind a number on its line is a heading of several words: 利用、訂正及び削除.
    private func isListing(_ index: Int, from place: Int) -> Bool {
        let rest = text.lines[index].scalars[place...]
        guard rest.count <= 30, rest.contains("、"), index + 1 < text.lines.count, !lineIsFull(index), !nextGoesOn(index) else { return false }
        for (before, comma) in zip(rest, rest.dropFirst()) where comma == "、" {
            // Behind a particle a sentence goes on.
            if isHiragana(before) { return false }
        }
        return isHeadingLike(rest.filter { $0 != "、" }[...])
    }

    private func lineIsFull(_ index: Int) -> Bool { layout.isWrapped && text.lines[index].scalars.count * 4 > layout.width * 3 }

    /// Whether the open text is one that wraps: it has words, and its last line was about full.
    private var openTextRunsOn: Bool {
        guard layout.isWrapped || layout.marksParagraphEnds, let target, let last = drafts[target].text.last else { return false }
        return last.range.count * 4 > layout.width * 3
    }

    /// Whether the line behind a heading goes on with a sentence about it.
    private func nextGoesOn(_ index: Int) -> Bool {
        guard index + 1 < text.lines.count, let first = text.lines[index + 1].scalars.first else { return false }
        return isHiragana(first) || first == "、"
    }
}
