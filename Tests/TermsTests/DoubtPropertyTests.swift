import Diagnostics
import Terms
import Testing

/// Sound documents, and the same ones broken in one place.
@Suite("A document that is broken in one place")
struct DoubtPropertyTests {
    /// A linear congruential generator: the same documents on every run.
    struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, sides)
        }
    }

    /// A line: an article's heading, a paragraph or an item, with its number in its list.
    struct Line {
        enum Kind { case article, paragraph, item, subitem }
        let kind: Kind
        let number: Int
        var words: String
        var mark: String

        init(_ kind: Kind, _ number: Int, _ words: String) {
            (self.kind, self.number, self.words) = (kind, number, words)
            mark = Self.mark(kind, number)
        }

        static func mark(_ kind: Kind, _ number: Int) -> String {
            switch kind {
            case .article: "第\(number)条"
            case .paragraph: "\(wide(number))．"
            case .item: "（\(wide(number))）"
            case .subitem: String(Unicode.Scalar(UInt32(0x245F + number)).map(Character.init) ?? "①")
            }
        }

        static func wide(_ number: Int) -> String {
            String(String.UnicodeScalarView("\(number)".unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
        }
    }

    private static let things = ["傘", "長い傘", "会議室の鍵", "町内会の掲示板に掲げた写真", "会員が持ち込んだ机と椅子であって、役員が前もって認めたもの"]
    private static let acts = ["を貸します", "を翌日までに返してください", "を失ったときは、直ちに窓口に知らせ、役員の指示を待つものとします", "には、名前を書いた札を付けます"]

    private static func sound(_ dice: inout Dice) -> [Line] {
        var lines: [Line] = []
        func thing() -> String { things[dice.roll(things.count)] }
        for article in 1...2 + dice.roll(3) {
            lines.append(Line(.article, article, "（\(["目的", "貸出し", "返却", "料金"][dice.roll(4)])）"))
            for paragraph in 1...2 + dice.roll(3) {
                lines.append(Line(.paragraph, paragraph, thing() + acts[dice.roll(acts.count)] + "。"))
                guard dice.roll(2) == 0 else { continue }
                for item in 1...2 + dice.roll(3) {
                    lines.append(Line(.item, item, thing() + "。"))
                    guard dice.roll(4) == 0 else { continue }
                    for subitem in 1...2 + dice.roll(2) { lines.append(Line(.subitem, subitem, thing() + "。")) }
                }
            }
        }
        return lines
    }

    private static func outline(_ lines: [Line]) -> Outline { DoubtTests.outline(lines.map { $0.mark + $0.words }.joined(separator: "\n")) }

    @Test("A sound document is read as it was made, without a word", arguments: 0..<60)
    func sound(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 131 &+ 7)
        let lines = Self.sound(&dice)
        let outline = Self.outline(lines)
        #expect(outline.findings.isEmpty, "\(lines.map { $0.mark + $0.words })")
        #expect(outline.nodes.map { $0.marker } == lines.map { $0.mark })
    }

    /// Breaks the line at a place; what is broken there is said or is read right.
    private static func breaks(_ lines: inout [Line], _ place: Int, _ dice: inout Dice) -> String {
        let line = lines[place]
        let before = lines[place - 1]
        // Without its full stop the text before may go on.
        if dice.roll(2) == 0, before.words.hasSuffix("。") { lines[place - 1].words.removeLast() }
        if line.kind == .article {
            let broken = ["　第三者への貸与", "第三者への貸与", "　各会員の心得", "（心得）この規約は、貸出しを定めます。", "．心得", "　この規約は、貸出しを定めます。"]
            lines[place].words = broken[dice.roll(broken.count)]
            return "heading"
        }
        let kanji = ["一", "二", "三", "四", "五"][min(4, line.number - 1)]
        switch dice.roll(5) {
        case 0: lines[place].mark = Line.mark(line.kind, line.number + 1)
        case 1 where line.number > 1: lines[place].mark = Line.mark(line.kind, line.number - 1)
        case 2 where line.number > 1: lines[place].mark = Line.mark(line.kind, 1)
        case 3:
            let others = [
                "\(Line.wide(line.number))　", "\(line.number) ", "\(kanji)　", "\(line.number)) ", "[\(line.number)] ", "（\(kanji)）",
                "(\("iiiii".prefix(line.number))) ", "❶ ",
                "第\(line.number)項　",
            ]
            lines[place].mark = others[dice.roll(others.count)]
            return "form"
        default:
            let indent = ["\t", "  ", "    ", "　"][dice.roll(4)]
            lines.insert(Line(line.kind, 1, "重ねた物。"), at: place)
            lines[place].mark = indent + lines[place].mark
            return line.number == 1 ? "form" : "nested"
        }
        return lines[place].mark == line.mark ? "none" : "number"
    }

    @Test("What is broken is read right, or said with its line", arguments: 0..<600)
    func broken(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 977 &+ 3)
        var lines = Self.sound(&dice)
        let place = 1 + dice.roll(lines.count - 1)
        let kind = Self.breaks(&lines, place, &dice)
        guard kind != "none" else { return }
        let outline = Self.outline(lines)
        let isSaid = outline.findings.contains { ($0.isDoubt || $0.isFatal) && $0.lines.contains(place + 1) }
        let mark = lines[place].mark.filter { !$0.isWhitespace }
        let isRead = outline.nodes.contains { node in
            guard node.lines.lowerBound == place + 1, node.marker.hasPrefix(mark) else { return false }
            // A list within the line before it is where its indentation says.
            return kind == "nested" ? node.parent.map { outline.nodes[$0].lines.lowerBound == place } == true : kind != "number"
        }
        #expect(isSaid || isRead, "\(kind), line \(place + 1): \(lines.map { $0.mark + $0.words }.joined(separator: "\n"))")
        #expect(isRead || !outline.isCertain)
    }
}
