internal import Diagnostics

/// The findings about a contract's text, each with its words.
extension TermsFinding {
    static func noArticles(_ lines: ClosedRange<Int>) -> TermsFinding {
        TermsFinding(
            code: .noArticles, lines: lines, message: Wording("「第…条」の見出しが一つもありません", "there is no heading of an article"),
            help: Wording("規約の本文かどうか、条の見出しが行の初めにあるかを確かめてください", "check that this is the contract's text and that each article begins a line"))
    }

    static func missing(from first: String, to last: String, _ line: Int) -> TermsFinding {
        let range = first == last ? first : "\(first)～\(last)"
        return TermsFinding(
            code: .missingArticle, lines: line...line, message: Wording("\(range)がなく、番号が飛んでいます", "\(range) is missing: the numbers jump here"),
            help: Wording("抜けた条がないか、見出しが文の途中に紛れていないかを確かめてください", "check whether an article was lost, or its heading runs on in a line of text"))
    }

    static func repeated(_ number: String, first: Int, _ line: Int) -> TermsFinding {
        TermsFinding(
            code: .repeatedArticle, lines: line...line,
            message: Wording("\(number)が二度あります（先のものは \(first) 行目）", "\(number) stands twice, first on line \(first)"),
            help: Wording("どちらかの番号を確かめてください。後のものの ID には _x2 などを付けました", "check both numbers; the ID of the later one ends in _x2 or so"))
    }

    static func backward(_ number: String, after last: String, _ line: Int) -> TermsFinding {
        TermsFinding(
            code: .articleOrder, lines: line...line, message: Wording("\(last)の後に\(number)があり、番号が戻っています", "\(number) comes after \(last): the numbers go back"),
            help: Wording("条の順番か番号を確かめてください", "check the order of the articles, or the number"))
    }

    static func numbering(_ found: Int, expected: Int, in place: String, _ line: Int) -> TermsFinding {
        TermsFinding(
            code: .itemNumbering, lines: line...line,
            message: Wording("\(place) の中の番号が \(found) ですが、\(expected) のはずです", "the number in \(place) is \(found) where \(expected) is due"),
            help: Wording("項や号の番号を確かめてください", "check the numbers of the paragraphs or items"))
    }

    static func division(_ found: String, expected: Int, _ line: Int) -> TermsFinding {
        TermsFinding(
            code: .itemNumbering, lines: line...line,
            message: Wording("\(found)がありますが、番号は \(expected) のはずです", "\(found) stands where number \(expected) is due"),
            help: Wording("章や節の番号を確かめてください", "check the numbers of the chapters or sections"))
    }

    static func columns(_ lines: ClosedRange<Int>) -> TermsFinding {
        TermsFinding(
            code: .interleavedColumns, lines: lines,
            message: Wording("二段組みの行が混ざっているため、条に分けられません", "two columns are interleaved, so the text cannot be cut into articles"),
            help: Wording("段ごとに取り出した文にしてください（pdftotext を -layout なしで使うなど）", "extract the text column by column, such as by pdftotext without -layout"))
    }

    static func oneLine(_ line: Int) -> TermsFinding {
        TermsFinding(
            code: .contractOnOneLine, lines: line...line,
            message: Wording("一行の中に複数の条があるため、条に分けられません", "several articles stand on one line, so the text cannot be cut into articles"),
            help: Wording("条の見出しの前で改行した文にしてください", "break the line before each article"))
    }

    static func spaced(_ lines: ClosedRange<Int>) -> TermsFinding {
        TermsFinding(
            code: .spacedCharacters, lines: lines,
            message: Wording("一字ごとに空白があるため、表の区切りと語の間の空白を見分けられません", "a space stands behind each character, so columns and words cannot be told by spaces"),
            help: Wording("空白のない文を取り出し直してください。空白は無視して読みました", "extract the text again without the spaces; they were disregarded"))
    }

    static func contents(_ lines: ClosedRange<Int>) -> TermsFinding {
        TermsFinding(
            code: .tableOfContents, lines: lines,
            message: Wording("目次とみて、条には数えませんでした", "this was taken for a table of contents, and no article was counted in it"),
            help: Wording("目次でなければ、条の見出しと本文の形を確かめてください", "if it is none, check the form of the articles"))
    }

    static func undecodable(_ line: Int, isPDF: Bool) -> TermsFinding {
        isPDF
            ? TermsFinding(
                code: .undecodableTerms, lines: line...line, message: Wording("PDF そのもので、文ではありません", "this is a PDF file, not its text"),
                help: Wording("pdftotext などで文を取り出してください", "extract the text, such as by pdftotext"))
            : TermsFinding(
                code: .undecodableTerms, lines: line...line,
                message: Wording("文字として読めないバイトがあります", "there are bytes that are no text in any encoding that is read"),
                help: Wording("UTF-8 で保存し直してください", "save the text as UTF-8"))
    }

    static func doubtful(_ number: String, _ line: Int) -> TermsFinding {
        TermsFinding(
            code: .doubtfulHeading, lines: line...line,
            message: Wording("「\(number)」が見出しか、文の続きか決められません。文の続きとして読みました", "`\(number)` may be a heading or go on with a sentence; it was read as going on"),
            help: Wording(
                "見出しなら、番号の後に括弧の見出しを置いてください。文の続きなら、前の行につなげてください",
                "if it is a heading, write the heading in brackets behind the number; if it goes on, join it to the line before"))
    }

    static func stray(_ mark: String, _ line: Int) -> TermsFinding {
        TermsFinding(
            code: .strayNumber, lines: line...line,
            message: Wording("「\(mark)」が番号か、文の一部か決められません。文の一部として読みました", "`\(mark)` may be a number or part of the text; it was read as text"),
            help: Wording(
                "番号なら、順番と形（１．や（１）など）を周りにそろえ、前の文を「。」で終えてください。文の続きなら、前の行につなげてください",
                "if it is a number, set it in order and form as those around it and end the sentence before it; if it goes on, join it to the line before"))
    }

    static func nested(_ mark: String, _ line: Int) -> TermsFinding {
        TermsFinding(
            code: .nestedList, lines: line...line,
            message: Wording("「\(mark)」が、前の並びの中のものか、前の並びと同じ並びか決められません", "`\(mark)` may be within the list before it or belong to that list"),
            help: Wording(
                "内側の並びは、二桁以上字下げするか、外側と違う形の番号を付けてください",
                "indent the inner list by two columns or more, or number it in another form than the outer one"))
    }

    static func apart(_ line: Int) -> TermsFinding {
        TermsFinding(
            code: .nestedList, lines: line...line,
            message: Wording(
                "空行の後の文が、前の項目の続きか、並びの外の文か決められません。続きとして読みました",
                "the text behind a blank line may go on with the item before it or stand outside the list; it was read as going on"),
            help: Wording("続きなら空行を除き、並びの外の文なら番号を付けてください", "take the blank line out if it goes on, and number the text if it does not"))
    }

    static func automatic(_ line: Int) -> TermsFinding {
        TermsFinding(
            code: .automaticNumbering, lines: line...line,
            message: Wording("Markdown の自動の番号とみて、順に数えました", "these were taken for numbers that Markdown counts itself, and counted in order"),
            help: Wording("実際の番号を書けば、文の中の引用と食い違わないことを確かめられます", "write the numbers out, so that references can be checked against them"))
    }

    static func tooDeep(_ line: Int) -> TermsFinding {
        TermsFinding(
            code: .deepNesting, lines: line...line,
            message: Wording(
                "並びが \(OutlineReader.deepest) 段より深く入れ子になり、構造を信じられません",
                "lists nest deeper than \(OutlineReader.deepest) levels, so the structure cannot be relied on"),
            help: Wording("番号の形と順をそろえてください", "set the numbers in order, in one form for each level"))
    }

    static func tooMany(_ line: Int) -> TermsFinding {
        TermsFinding(
            code: .deepNesting, lines: line...line,
            message: Wording(
                "決められない所が \(OutlineReader.mostFindings) を超え、構造を信じられません",
                "more than \(OutlineReader.mostFindings) places are in doubt, so the structure cannot be relied on"),
            help: Wording("番号の形と順をそろえてください", "set the numbers in order, in one form for each level"))
    }

    static func table(_ lines: ClosedRange<Int>) -> TermsFinding {
        TermsFinding(
            code: .unreadTable, lines: lines,
            message: Wording("表の列を見分けられないため、一行を一行の欄として読みました", "the columns of a table cannot be told, so each line was read as a row"),
            help: Wording(
                "規則のフォルダの headings.csv に、行の見出しと ID を書いてください", "list the headings of the rows with their IDs in headings.csv in the folder of the rules"))
    }

    static func ambiguous(_ number: Int, _ line: Int) -> TermsFinding {
        TermsFinding(
            code: .ambiguousNumber, lines: line...line,
            message: Wording("番号 \(number) は、内側の並びの続きとも外側の並びの続きとも読めます", "number \(number) may go on with the inner list or with the outer one"),
            help: Wording("読み取った位置を確かめてください", "check the place where it was read"))
    }

    static func tooLarge(_ lines: ClosedRange<Int>) -> TermsFinding {
        TermsFinding(
            code: .termsTooLarge, lines: lines,
            message: Wording("ファイルが大きすぎます（上限 \(TermsText.largest >> 20) MB）", "the file is larger than \(TermsText.largest >> 20) MB"),
            help: Wording("規約の文だけにしてください", "leave only the text of the contract"))
    }
}
