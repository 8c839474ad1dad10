/// Reads a contract's text line by line into nodes.
///
/// Each line either begins something, by its mark, or goes on with what is open. What is open stands on a stack: divisions, the annex or
/// supplement, the article or section, then lists within lists.
struct OutlineReader {
    /// Something that is open.
    struct Open {
        enum Level: Equatable {
            /// 編 0, 章 1, 節 2, 款 3, 目 4.
            case division(Int)
            /// 附則 or 別紙.
            case root
            case article
            case section
            /// A row, or rows under one heading, that data names.
            case named
            case list(ListStyle)
            case bullet
        }
        let draft: Int
        let level: Level
        let number: Int
        var branches: [Int] = []
        /// What 3.1.2 is below: 3, 1.
        var path: [Int] = []
        var shape = MarkShape.space
        /// How far its number or bullet is indented, where it begins its line.
        var indent: Int?
        /// The bullet.
        var form: Unicode.Scalar?
        /// Markdown counts: each number is written as 1.
        var isAutomatic = false
        /// The number that was due when this list fell back to one before it: it may be within the list that it seems to repeat.
        var restartDue: Int?
        /// It was read beside the bullets that it may be within.
        var isBesideBullets = false
    }

    let text: TermsText
    let names: RowNames
    let layout: Typesetting
    let contents: Range<Int>
    /// A space stands behind each character: a single one sets nothing off.
    let isSpaced: Bool

    var drafts: [Draft] = []
    var findings: [TermsFinding] = []
    /// How many findings are kept: with more, nothing can be relied on.
    static let mostFindings = 1000
    var stack: [Open] = []
    /// What a line without a mark goes on with.
    var target: Int?
    var table: Table?
    /// The last article of each root, and the first line of each number there.
    var lastArticle: [String: ArticleNumber] = [:]
    var articleLines: [String: Int] = [:]
    var lastDivision: [Int: Int] = [:]
    /// The line after which the heading of an article waits for its number.
    var caption: LinePart?
    /// The line behind a heading that data names.
    var namedEnd = 0
    var tableCount: [Int: Int] = [:]
    /// How many supplements, annexes without a number and headings without one there are.
    var counts: [String: Int] = [:]
    /// Numbers that were read as text, by what they look like.
    var suspects: [ListStyle: Suspect] = [:]
    /// The last number of an article that was read as text.
    var suspectArticle: ArticleNumber?
    /// Bullets of this article are indented below what they are in.
    var indentsBullets = false
    /// It was said that Markdown counts.
    var hasAutomaticNumbers = false
    /// A text behind a blank line in an article that none may follow.
    var pendingApart: TermsFinding?
    /// There are too many doubts, or too many levels.
    var isUnsettled = false
    /// Where the next item begins on the line of one.
    var resume: Int?
    private var used: [String: Int] = [:]
    private var notes: [Int: Int] = [:]
    /// Contents and layout.
    private var apart: [String: Int] = [:]

    init(_ text: TermsText, names: RowNames, contents: Range<Int>, isSpaced: Bool) {
        self.text = text
        self.names = names
        self.contents = contents
        self.isSpaced = isSpaced
        layout = Typesetting(text)
    }

    /// Reads all lines.
    mutating func read() {
        for index in text.lines.indices {
            if findings.count > Self.mostFindings {
                // What is fatal is said once; the rest would only be more of the same.
                let fatal = findings.filter(\.isFatal)
                findings = findings.filter { !$0.isFatal }.prefix(Self.mostFindings - fatal.count - 1) + fatal
                if !isUnsettled { findings.append(.tooMany(text.lines[index].number)) }
                isUnsettled = true
            }
            if contents.contains(index) {
                addApart("contents", .section, index)
            } else if layout.furniture.contains(index) || isRule(index) {
                addApart("layout", .section, index)
            } else {
                read(index, from: markdownPrefix(index))
                while let place = resume {
                    resume = nil
                    read(index, from: place)
                }
            }
        }
    }

    /// Reads what stands on a line from a place on.
    mutating func read(_ index: Int, from start: Int) {
        let line = text.lines[index].scalars
        guard start < line.count else { return }
        let head = Head(line, from: start)
        if isCaption(index) {
            caption = whole(index, from: start)
            doubtRest(index, from: start)
            return
        }
        if readNamed(index) { return }
        if layout.isMarkdown, readPipes(index, from: start) { return }
        if let reading = head.mark(), begin(reading, head, index, from: start) { return }
        if start > 0, Typesetting.markdownHeading(line) != nil { return beginHeading(index, from: start) }
        goOn(index, from: start)
    }

    /// Begins what a mark says; false where the line goes on with a sentence after all.
    private mutating func begin(_ reading: MarkReading, _ head: Head, _ index: Int, from start: Int) -> Bool {
        switch reading.mark {
        case .closing:
            guard isComplete(before: index) || text.lines[index].followsBlank, !stack.isEmpty else { return false }
            settleArticle()
            pendingApart = nil
            closeLists()
            target = add("closing", .closing, under: stack.first { $0.level == .root }?.draft, marker: [], text: [whole(index, from: start)])
        case .division(let rank, let number): return beginDivision(rank, number, reading, head, index, from: start)
        case .article(let number, let last): return beginArticle(number, last, reading, head, index, from: start)
        case .annex(let prefix, let number): beginRoot(.annex, prefix + (number ?? "\(next(prefix))"), reading, head, index, from: start)
        case .supplement: beginRoot(.section, "suppl", reading, head, index, from: start)
        case .section(let numbers, let isBracketed): return beginSection(numbers, isBracketed, head, reading, index, from: start)
        case .note(let number): return beginNote(number, head, reading, index, from: start)
        case .bullet: return beginBullet(head, index, from: start)
        case .list(let mark): return beginItem([mark] + reading.others, head, reading, index, from: start)
        }
        return true
    }

    // MARK: - Nodes

    /// Adds a node and makes it the target.
    @discardableResult
    mutating func add(_ segment: String, _ kind: Outline.Kind, under parent: Int?, also: [String] = [], marker: [LinePart], text: [LinePart] = []) -> Int {
        let prefix = parent.map { drafts[$0].id + "." } ?? ""
        let id = unique(prefix + segment)
        var others = also.map { prefix + $0 }
        if let parent { others += drafts[parent].also.map { "\($0).\(segment)" } }
        closeTable()
        drafts.append(Draft(id: id, also: others, kind: kind, parent: parent, marker: marker, text: text))
        target = drafts.count - 1
        return drafts.count - 1
    }

    /// Ends the table; the heading of a group that no row follows stays with it.
    private mutating func closeTable() {
        if let table, !table.group.isEmpty { drafts[table.row ?? table.parent].text += table.group }
        table = nil
    }

    /// The nodes, once all lines are read.
    var finished: [Draft] {
        var copy = self
        copy.closeTable()
        copy.settleArticle()
        if let caption { copy.add("remarks", .paragraph, under: nil, marker: [], text: [caption]) }
        return copy.drafts
    }

    /// An ID that no node has yet.
    mutating func unique(_ id: String) -> String {
        used[id, default: 0] += 1
        guard let count = used[id], count > 1 else { return id }
        return unique("\(id)_x\(count)")
    }

    /// The next number of a note under a node.
    mutating func nextNote(_ draft: Int) -> Int {
        notes[draft, default: 0] += 1
        return notes[draft] ?? 1
    }

    /// What stands behind the number of an article that has nothing else is its text, not a heading.
    mutating func settleArticle() {
        guard let place = drafts.indices.last, drafts[place].kind == .article, let piece = drafts[place].heading.first, drafts[place].heading.count == 1,
            drafts[place].text.isEmpty, piece.line == drafts[place].marker.first?.line
        else { return }
        let words = text.lines[piece.line].scalars[piece.range].filter { !isSpace($0) }
        guard let first = words.first, !Head.brackets.contains(where: { $0.0 == TextForm.folded(first) }), !words.elementsEqual("削除".unicodeScalars) else {
            return
        }
        drafts[place].heading = []
        add("1", .paragraph, under: place, marker: [], text: [piece])
    }

    /// Puts a line of the layout with its like.
    private mutating func addApart(_ id: String, _ kind: Outline.Kind, _ index: Int) {
        let piece = whole(index, from: 0)
        if let known = apart[id] {
            drafts[known].text.append(piece)
        } else {
            let (before, rows) = (target, table)
            apart[id] = add(id, kind, under: nil, marker: [], text: [piece])
            (target, table) = (before, rows)
        }
    }

    // MARK: - Places in a line

    /// A line from a place to its end.
    func whole(_ index: Int, from start: Int) -> LinePart {
        LinePart(line: index, range: min(start, text.lines[index].scalars.count)..<text.lines[index].scalars.count)
    }

    /// A line from one place to another; `nil` where nothing is between them.
    func piece(_ index: Int, _ start: Int, _ end: Int) -> LinePart? { start < end ? LinePart(line: index, range: start..<end) : nil }

    /// Closes all lists and the bullet list, and leaves the article or section open.
    mutating func closeLists() {
        while let last = stack.last {
            switch last.level {
            case .list, .bullet, .named: stack.removeLast()
            default: return
            }
        }
    }

    /// Closes everything from a level on.
    mutating func close(where condition: (Open.Level) -> Bool) {
        if let place = stack.firstIndex(where: { condition($0.level) }) { stack.removeSubrange(place...) }
    }

    /// Whether the text so far has come to an end, so that a new sentence may begin.
    func isComplete(before index: Int) -> Bool {
        guard let target, let last = text.last(drafts[target].text.isEmpty ? [] : drafts[target].text) else { return true }
        if "。．.」』）)】〕：:；;※".unicodeScalars.contains(last) { return true }
        return layout.marksParagraphEnds && index > 0 && text.lines[index - 1].endsInSpace
    }

    /// A line that could be a heading: short, one phrase, and not one that ends in a particle, behind which its sentence goes on.
    func isHeadingLike(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        var (count, last, before) = (0, nil as Unicode.Scalar?, nil as Unicode.Scalar?)
        for scalar in scalars where !isSpace(scalar) {
            count += 1
            switch scalar {
            case "。", "、", "，", "．", ";", "；", "|": return false
            default: break
            }
            // 組合ハ水車ヲ守ル: a sentence in katakana.
            if let last, last == "ハ" || last == "ヲ", let before, isIdeograph(before), isIdeograph(scalar) { return false }
            if count > 40 { return false }
            (before, last) = (last, scalar)
        }
        switch last {
        case nil, "は", "を", "が", "に", "の", "で", "と", "も", "へ", "や": return false
        default: return true
        }
    }

    private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    /// Reads a line, or the rest of one, that begins nothing, and says where it may begin something after all.
    mutating func goOn(_ index: Int, from start: Int) {
        let hasCaption = caption != nil
        if let caption {
            // No article followed after all.
            self.caption = nil
            goOn(caption.line, from: caption.range.lowerBound)
        }
        let doubts = doubts(index, from: start, after: hasCaption ? .closed : ending(before: index)) + apartness(index)
        place(index, from: start)
        // The cells of a table are no sentences.
        let isCell = table?.kind == .row || target.map { drafts[$0].kind == .row } == true
        if !isCell || text.lines[index].scalars.last == "。" { findings += doubts }
    }

    /// Adds a line to what is open.
    private mutating func place(_ index: Int, from start: Int) {
        let piece = whole(index, from: start)
        if readTable(index, piece) { return }
        if let target, let annex = stack.last, annex.level == .root, drafts[target].id == drafts[annex.draft].id + ".preamble" {
            goOnPreamble(index, piece, target, annex.draft)
        } else if let target, drafts[target].kind != .closing, let open = stack.last, open.draft == target {
            switch open.level {
            case .article:
                if drafts[target].heading.isEmpty, drafts[target].text.isEmpty, isHeading(index, from: start) {
                    drafts[target].heading = [piece]
                } else {
                    beginParagraph(index, from: start)
                }
            case .root where drafts[target].kind == .annex: return goOnAnnex(index, piece)
            case .root, .division:
                if drafts[target].heading.isEmpty, isHeading(index, from: start) {
                    drafts[target].heading = [piece]
                } else if open.level == .root {
                    beginParagraph(index, from: start)
                } else {
                    drafts[target].text.append(piece)
                }
            default: drafts[target].text.append(piece)
            }
        } else if let target, drafts[target].kind != .closing {
            drafts[target].text.append(piece)
        } else if stack.isEmpty, drafts.allSatisfy({ $0.kind == .section }) {
            beginFront(index, piece)
        } else {
            add("remarks", .paragraph, under: stack.first { $0.level == .root }?.draft, marker: [], text: [piece])
        }
    }

    /// The title, then what stands before the first article.
    private mutating func beginFront(_ index: Int, _ piece: LinePart) {
        if !drafts.contains(where: { $0.id == "title" }), isHeadingLike(text.lines[index].scalars[piece.range]) {
            let draft = add("title", .section, under: nil, marker: [])
            drafts[draft].heading = [piece]
            target = nil
        } else {
            add("preamble", .paragraph, under: nil, marker: [], text: [piece])
        }
    }

    /// Whether a line is a heading: it looks like one, and what follows begins anew.
    func isHeading(_ index: Int, from start: Int) -> Bool {
        let line = text.lines[index].scalars
        guard isHeadingLike(line[min(start, line.count)...]), index + 1 < text.lines.count else { return false }
        return line.count - start <= 25 && (layout.width == 0 || line.count * 4 < layout.width * 3 || line.count <= 12)
    }

    /// The next of those that are counted together.
    mutating func next(_ name: String) -> Int {
        counts[name, default: 0] += 1
        return counts[name] ?? 1
    }
}
