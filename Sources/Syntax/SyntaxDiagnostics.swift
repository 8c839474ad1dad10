import Diagnostics

/// The findings of the lexer and the parser.
enum SyntaxDiagnostics {
    static func invalidUTF8(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .invalidUTF8, at: range, Wording("UTF-8 として読めないバイトがあります", "these bytes are not valid UTF-8"),
            help: Wording("ファイルを UTF-8 で保存し直してください", "save the file as UTF-8"))
    }

    static func fileTooLarge(_ range: SourceRange, limit: Int) -> Diagnostic {
        Diagnostic(
            .fileTooLarge, at: range, Wording("ファイルが大きすぎます（上限 \(limit) バイト）", "the file is larger than \(limit) bytes"),
            help: Wording("章ごとにファイルを分けてください", "split it, one file a chapter"))
    }

    static func unexpectedCharacter(_ range: SourceRange, _ text: String) -> Diagnostic {
        Diagnostic(
            .unexpectedCharacter, at: range, Wording("「\(text)」はここで使えない文字です", "`\(text)` has no meaning here"),
            help: Wording("文字を消すか、名前なら「」で囲んでください", "remove it, or quote it if it belongs to a name"))
    }

    static func unterminatedString(_ range: SourceRange, closing: String) -> Diagnostic {
        Diagnostic(
            .unterminatedString, at: range, Wording("文字列が行末までに閉じていません", "the string does not end on its line"),
            help: Wording("同じ行の中に \(closing) を書いて閉じてください", "close it with `\(closing)` on the same line"))
    }

    static func unterminatedPattern(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unterminatedPattern, at: range, Wording("正規表現が行末までに閉じていません", "the pattern does not end on its line"),
            help: Wording("「/」で閉じてください（中の斜線は \\/ と書きます）", "close it with `/`; a slash inside is written `\\/`"))
    }

    static func malformedNumber(_ range: SourceRange, _ text: String, _ expected: Wording) -> Diagnostic {
        Diagnostic(
            .malformedNumber, at: range, Wording("「\(text)」は\(expected.japanese)として正しくありません", "`\(text)` is not \(expected.english)"),
            help: Wording("例: 512、14.6%、2026-11-22、9:00", "for example 512, 14.6%, 2026-11-22, 9:00"))
    }

    static func unexpected(_ range: SourceRange, found: String, expected: Wording) -> Diagnostic {
        Diagnostic(
            .unexpectedToken, at: range,
            Wording("ここには\(expected.japanese)が必要ですが、「\(found)」があります", "expected \(expected.english), found `\(found)`"),
            help: Wording("\(expected.japanese)を書いてください", "write \(expected.english) here"))
    }

    static func missing(_ range: SourceRange, expected: Wording) -> Diagnostic {
        Diagnostic(
            .missingToken, at: range, Wording("\(expected.japanese)がありません", "\(expected.english) is missing"),
            help: Wording("\(expected.japanese)を書き足してください", "add \(expected.english)"))
    }

    static func unclosed(_ range: SourceRange, opening: String, closing: String) -> Diagnostic {
        Diagnostic(
            .unclosedBrace, at: range, Wording("「\(opening)」が閉じていません", "this `\(opening)` is never closed"),
            help: Wording("対応する「\(closing)」を書いてください", "write the matching `\(closing)`"))
    }

    static func tooDeep(_ range: SourceRange, limit: Int) -> Diagnostic {
        Diagnostic(
            .tooDeeplyNested, at: range, Wording("条件の入れ子が深すぎます（上限 \(limit) 段）", "the condition is nested deeper than \(limit) levels"),
            help: Wording("一部に「定義」で名前を付けて分けてください", "give a part of it a name with `define`"))
    }

    static func reserved(_ range: SourceRange, _ word: String) -> Diagnostic {
        Diagnostic(
            .reservedWord, at: range, Wording("「\(word)」は予約されていて、まだ使えません", "`\(word)` is reserved and cannot be used yet"),
            help: Wording("手引きの「予約」の節を見て、ほかの書き方にしてください", "see the section on reserved words in the reference"))
    }

    static func unknownAttribute(_ range: SourceRange, found: String, allowed: [Keyword]) -> Diagnostic {
        let japanese = allowed.map(\.japanese).joined(separator: "・")
        let english = allowed.map(\.english).joined(separator: ", ")
        return Diagnostic(
            .unknownAttribute, at: range, Wording("「\(found)」はここに書けません", "`\(found)` cannot stand here"),
            help: Wording("ここに書けるのは \(japanese) です", "what can stand here: \(english)"))
    }

    static func malformedClause(_ range: SourceRange, found: String) -> Diagnostic {
        Diagnostic(
            .malformedClause, at: range, Wording("「\(found)」は条番号として読めません", "`\(found)` is not a clause reference"),
            help: Wording("第40条第1項第3号、40.1.3、別紙2注1 のように書いてください", "write it like 第40条第1項第3号, 40.1.3 or 別紙2注1"))
    }
}
