import Diagnostics
import Syntax

/// The findings of the checker.
enum ContractDiagnostics {
    static func unknownName(_ range: SourceRange, _ what: Wording, _ name: String, nearest: String?, fix: Bool = true) -> Diagnostic {
        Diagnostic(
            .unknownName, at: range,
            Wording("\(what.japanese)「\(name)」はありません", "there is no \(what.english) `\(name)`"),
            help: nearest.map { Wording("「\($0)」のことですか", "did you mean `\($0)`?") }
                ?? Wording("宣言するか、綴りを確かめてください", "declare it, or check the spelling"),
            fix: nearest.flatMap { fix ? FixIt(range, $0, .suggestion) : nil })
    }

    static func duplicate(_ range: SourceRange, _ what: Wording, _ name: String, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateName, at: range,
            Wording("\(what.japanese)「\(name)」は既に宣言されています", "\(what.english) `\(name)` is declared already"),
            help: Wording("名前を変えるか、一方を消してください", "rename one or remove it"),
            labels: [DiagnosticLabel(first, Wording("先の宣言", "declared here first"))])
    }

    static func mismatch(_ range: SourceRange, expected: Wording, found: Wording) -> Diagnostic {
        Diagnostic(
            .typeMismatch, at: range,
            Wording("\(expected.japanese)が必要ですが、これは\(found.japanese)です", "expected \(expected.english), but this is \(found.english)"),
            help: Wording("型の合う値を書いてください", "write a value of that type"))
    }

    static func unitMismatch(_ range: SourceRange, expected: String, found: String) -> Diagnostic {
        Diagnostic(
            .unitMismatch, at: range,
            Wording("単位が合いません（\(expected) が必要ですが \(found) です）", "the unit should be \(expected), not \(found)"),
            help: Wording("\(expected) か、それに換算できる単位で書いてください", "use \(expected) or a unit that converts to it"))
    }

    static func unknownCase(_ range: SourceRange, _ name: String, of type: String, nearest: String?, all: [String]) -> Diagnostic {
        let some = all.prefix(8).joined(separator: "・") + (all.count > 8 ? "…" : "")
        return Diagnostic(
            .unknownCase, at: range, Wording("「\(type)」に「\(name)」はありません", "`\(type)` has no `\(name)`"),
            help: nearest.map { Wording("「\($0)」のことですか", "did you mean `\($0)`?") }
                ?? Wording("書けるのは \(some) です", "it can be: \(some)"),
            fix: nearest.map { FixIt(range, $0, .suggestion) })
    }

    static func impossible(_ range: SourceRange, _ text: String, _ type: Wording) -> Diagnostic {
        Diagnostic(
            .impossibleValue, at: range, Wording("「\(text)」は\(type.japanese)としてありえません", "`\(text)` is impossible as \(type.english)"),
            help: Wording("暦や範囲を確かめてください", "check the calendar or the range"))
    }

    static func listOutside(_ range: SourceRange, _ list: String) -> Diagnostic {
        Diagnostic(
            .listOutsideQuantifier, at: range,
            Wording("「\(list)」は記録の一覧なので、どの記録かが決まりません", "`\(list)` is a list, so this does not say which record"),
            help: Wording("「\(list) のいずれかで (…)」か「のすべてで (…)」の中に書いてください", "write it inside `any \(list) (…)` or `all \(list) (…)`"))
    }

    static func notACondition(_ range: SourceRange, _ found: Wording) -> Diagnostic {
        Diagnostic(
            .notACondition, at: range, Wording("条件が必要ですが、これは\(found.japanese)です", "expected a condition, but this is \(found.english)"),
            help: Wording("「= 値」などの比較を書き足してください", "compare it with a value"))
    }

    static func cyclic(_ range: SourceRange, _ names: [String]) -> Diagnostic {
        Diagnostic(
            .cyclicDefinition, at: range,
            Wording("定義が循環しています: \(names.joined(separator: " → "))", "the definitions go in a circle: \(names.joined(separator: " → "))"),
            help: Wording("循環の一か所を、事実を使って書き直してください", "rewrite one of them in terms of facts"))
    }

    static func tooDeep(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .tooDeeplyNested, at: range,
            Wording(
                "「\(name)」は、定義や前提を通して深すぎます（定義は \(Depth.most.definitions) 段、条件と値は \(Depth.most.nodes) 段まで）",
                "`\(name)` is too deep through definitions and premises (at most \(Depth.most.definitions) definitions, \(Depth.most.nodes) conditions and values)"
            ),
            help: Wording("途中の定義や前提を、事実を使って書き直してください", "rewrite one on the way in terms of facts"))
    }

    static func premiseOnRules(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .unsupportedNesting, at: range,
            Wording("「\(name)」の前提が規則か判定を見ています", "the premise of `\(name)` looks at rules or decisions"),
            help: Wording("前提は事実だけで書いてください（判定は前提を見て決まります）", "write it in terms of facts: decisions depend on premises"))
    }

    static func constraintOnRules(_ range: SourceRange, _ label: String) -> Diagnostic {
        Diagnostic(
            .unsupportedNesting, at: range,
            Wording("制約「\(label)」が規則か判定を見ています", "the constraint `\(label)` looks at rules or decisions"),
            help: Wording("制約は事実だけで書いてください（判定について確かめるのは「不変」です）", "write it in terms of facts; what must be true of decisions is an `invariant`"))
    }

    static func cyclicPrecedence(_ range: SourceRange, _ names: [String]) -> Diagnostic {
        Diagnostic(
            .cyclicPrecedence, at: range,
            Wording("規則の優先と依存が循環しています: \(names.joined(separator: " → "))", "precedence and dependency go in a circle: \(names.joined(separator: " → "))"),
            help: Wording("優先の一つを外すか、条件から判定・規則への参照を外してください", "remove one precedence, or one reference to a rule or decision"))
    }

    static func badPattern(_ range: SourceRange, _ reason: String, offset: Int) -> Diagnostic {
        Diagnostic(
            .invalidPattern, at: range,
            Wording("正規表現が正しくありません（\(offset) バイト目: \(reason)）", "the pattern is not valid (byte \(offset): \(reason))"),
            help: Wording("PCRE2 の書き方で直してください", "mend it; the syntax is PCRE2's"))
    }

    static func lostWords(_ range: SourceRange, _ words: String, _ lost: [String]) -> Diagnostic {
        let parts = lost.map { "「\($0)」" }.joined()
        return Diagnostic(
            .lostWords, at: range,
            Wording("表記の言葉「\(words)」のうち、\(parts)は探す型に残りません", "of the words \"\(words)\" \(parts) would not be looked for"),
            help: Wording(
                "その部分を除くか、述語とその名詞だけの言葉に書き直してください（頼み・予定などは表記の後に書きます）",
                "leave it out, or write a predicate with its nouns (how it is meant is said behind the keyword)"))
    }

    static func noWord(_ range: SourceRange, _ word: String) -> Diagnostic {
        Diagnostic(
            .lostWords, at: range, Wording("語「\(word)」は、一つの述語や名詞ではありません", "the word \"\(word)\" is not one predicate or one noun"),
            help: Wording("「の」のない名詞か、打消しのない一つの動詞にしてください", "write a noun without の, or one verb that denies nothing"))
    }

    static func emptyPhrase(_ range: SourceRange, _ words: String) -> Diagnostic {
        Diagnostic(
            .invalidPattern, at: range, Wording("表記の言葉「\(words)」に、述語も名詞もありません", "the words \"\(words)\" have neither a predicate nor a noun"),
            help: Wording("基本形の述語（「機器を移動する」）か名詞（「バックアップ機」）で書いてください", "write a predicate in its base form, or a noun"))
    }

    static func wrongArguments(_ range: SourceRange, _ name: String, expected: Int, found: Int) -> Diagnostic {
        Diagnostic(
            .wrongArguments, at: range,
            Wording("「\(name)」の引数は \(expected) 個ですが、\(found) 個あります", "`\(name)` takes \(expected) arguments, not \(found)"),
            help: Wording("鍵の宣言の順に \(expected) 個書いてください", "write \(expected), in the order of the keys"))
    }

    static func unsupportedNesting(_ range: SourceRange, _ wording: Wording) -> Diagnostic {
        Diagnostic(
            .unsupportedNesting, at: range, wording,
            help: Wording("一覧を一段にしてください", "keep lists on one level"))
    }

    static func tooMany(_ range: SourceRange, limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyCases, at: range, Wording("数が多すぎます（上限 \(limit)）", "there are more than \(limit)"),
            help: Wording("分けて宣言してください", "split it into several"))
    }

    static func divisionOutsideRounding(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .divisionOutsideRounding, at: range,
            Wording("割り算は、端数の扱いを決めた中でだけ書けます", "a division needs a rounding around it"),
            help: Wording("「切捨て(式 ÷ 式, 1円)」のように、切捨て・切上げ・四捨五入で囲んでください", "write `floor(a ÷ b, 1円)`, `ceil(…)` or `round(…)`"))
    }

    // MARK: Clauses, rules and decisions

    static func unknownClause(_ range: SourceRange, _ id: String) -> Diagnostic {
        Diagnostic(
            .unknownClause, at: range, Wording("条項 \(id) の見出しがありません", "no clause \(id) is declared"),
            help: Wording("条項の見出しを書くか、番号を確かめてください", "add its header, or check the number"))
    }

    static func duplicateClause(_ range: SourceRange, _ id: String, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateClause, at: range, Wording("条項 \(id) の要旨が二度書かれています", "the gist of clause \(id) is written twice"),
            help: Wording("要旨は一か所に書いてください（見出しだけなら何度でも書けます）", "keep one; the header alone may be repeated"),
            labels: [DiagnosticLabel(first, Wording("先の要旨", "written here first"))])
    }

    static func missingHeader(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .missingHeader, at: range, Wording("規約の頭書がありません", "there is no contract header"),
            help: Wording("ファイルの一つに「規約 名前 { … }」を書いてください", "write `contract NAME { … }` in one of the files"))
    }

    static func outsideClause(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .outsideClause, at: range, Wording("「\(name)」がどの条項にもぶら下がっていません", "`\(name)` belongs to no clause"),
            help: Wording("前に条項の見出しを書いてください（引用は規則の立つ場所で決まります）", "put a clause header before it: the place of a rule is its citation"))
    }

    static func unknownOutcome(
        _ range: SourceRange, _ name: String, of decision: String, nearest: String?, all: [String], what: Wording = Wording("結果", "outcome")
    ) -> Diagnostic {
        Diagnostic(
            .unknownOutcome, at: range,
            Wording("判定「\(decision)」に\(what.japanese)「\(name)」はありません", "decision `\(decision)` has no \(what.english) `\(name)`"),
            help: nearest.map { Wording("「\($0)」のことですか", "did you mean `\($0)`?") }
                ?? Wording("\(what.japanese)は \(all.joined(separator: "・")) です", "its \(what.english)s: \(all.joined(separator: ", "))"),
            fix: nearest.map { FixIt(range, $0, .suggestion) })
    }

    static func provisoWithoutBody(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .provisoWithoutBody, at: range,
            Wording("「ただし」の本文に当たる規則がありません", "there is no rule that this proviso could limit"),
            help: Wording("「…ただし書」の条項の下に書き、本文の条項に規則を置いてください", "put it under a proviso clause whose body has rules"))
    }

    static func conflicting(_ range: SourceRange, _ name: String, _ other: String, decision: String, at second: SourceRange) -> Diagnostic {
        Diagnostic(
            .conflictingRules, at: range,
            Wording(
                "規則「\(name)」と「\(other)」は同じ条件で「\(decision)」に違う結果を与えます",
                "rules `\(name)` and `\(other)` give `\(decision)` different outcomes on the same condition"),
            help: Wording("優先を書くか、判定に「順位」を付けるか、条件を分けてください", "add a precedence, rank the outcomes, or part the conditions"),
            labels: [DiagnosticLabel(second, Wording("もう一つの規則", "the other rule"))])
    }

    static func unreachableOutcome(_ range: SourceRange, _ outcome: String, decision: String) -> Diagnostic {
        Diagnostic(
            .unreachableOutcome, at: range,
            Wording("判定「\(decision)」の結果「\(outcome)」を与える規則がありません", "no rule gives `\(decision)` the outcome `\(outcome)`"),
            help: Wording("規則を書くか、結果を消してください", "write a rule for it, or remove it"))
    }

    static func unreachableRule(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .unreachableRule, at: range, Wording("規則「\(name)」の条件は決して真になりません", "the condition of rule `\(name)` can never be true"),
            help: Wording("打ち消し合う条件がないか確かめてください", "look for parts that exclude each other"))
    }

    static func unknownReading(_ range: SourceRange, _ reading: String, of interpretation: String, all: [String]) -> Diagnostic {
        Diagnostic(
            .unknownReading, at: range,
            Wording("解釈「\(interpretation)」に案「\(reading)」はありません", "interpretation `\(interpretation)` has no reading `\(reading)`"),
            help: Wording("案は \(all.joined(separator: "・")) です", "its readings: \(all.joined(separator: ", "))"))
    }

    static func adoptedReading(_ range: SourceRange, _ name: String, count: Int) -> Diagnostic {
        Diagnostic(
            .adoptedReading, at: range,
            Wording("解釈「\(name)」の採用する案は一つのはずですが、\(count) あります", "interpretation `\(name)` should adopt one reading, not \(count)"),
            help: Wording("案の一つにだけ「採用」と書いてください", "write `adopted` on exactly one reading"))
    }

    static func unknownParty(_ range: SourceRange, _ name: String, all: [String]) -> Diagnostic {
        Diagnostic(
            .unknownParty, at: range, Wording("当事者「\(name)」はいません", "there is no party `\(name)`"),
            help: Wording("頭書の当事者は \(all.joined(separator: "・")) です", "the parties of the header: \(all.joined(separator: ", "))"))
    }

    static func favoursTwo(_ range: SourceRange, _ outcome: String, _ party: String, _ other: String) -> Diagnostic {
        Diagnostic(
            .duplicateName, at: range,
            Wording("結果「\(outcome)」は既に「\(party)」に有利とされています", "outcome `\(outcome)` is said to favour `\(party)` already"),
            help: Wording(
                party == other ? "一度だけ書いてください" : "一つの結果は、当事者の一方だけに有利です",
                party == other ? "write it once" : "an outcome favours one of the parties"))
    }

    static func usualNotAllowed(_ range: SourceRange, _ fact: String, _ why: Wording) -> Diagnostic {
        Diagnostic(
            .usualNotAllowed, at: range,
            Wording("「\(fact)」に通例は書けません（\(why.japanese)）", "`\(fact)` can have no usual value: it is \(why.english)"),
            help: Wording("はい・いいえか、一つを選ぶ事実だけに書けます。ほかは尋ねてください", "only facts of yes or no, or of one choice, can; ask for the others"))
    }

    static func missingPart(_ range: SourceRange, _ what: Wording) -> Diagnostic {
        Diagnostic(
            .missingPart, at: range, Wording("\(what.japanese)がありません", "\(what.english) is missing"),
            help: Wording("\(what.japanese)を書いてください", "write \(what.english)"))
    }

    // MARK: Tables and data

    static func rowWidth(_ range: SourceRange, expected: Int, found: Int) -> Diagnostic {
        Diagnostic(
            .rowWidth, at: range, Wording("この行のセルは \(found) 個ですが、見出しは \(expected) 個です", "this row has \(found) cells, the header \(expected)"),
            help: Wording("「-」（何でも）などでセルの数をそろえてください", "make them equal; `-` stands for anything"))
    }

    static func overlapping(_ range: SourceRange, _ other: SourceRange) -> Diagnostic {
        Diagnostic(
            .overlappingRows, at: range, Wording("方針「唯一」の表で、二つの行が同時に当てはまります", "two rows of a `unique` table can match at once"),
            help: Wording("行の条件を分けるか、方針を「先勝ち」にしてください", "part the rows, or make the table `first`"),
            labels: [DiagnosticLabel(other, Wording("もう一つの行", "the other row"))])
    }

    static func gap(_ range: SourceRange, _ example: String) -> Diagnostic {
        Diagnostic(
            .missingRows, at: range, Wording("どの行にも当てはまらない場合があります: \(example)", "no row matches: \(example)"),
            help: Wording("行を足すか、最後に「-」の行を置いてください", "add a row, or a last row of `-`"))
    }

    static func tableHeader(_ range: SourceRange, _ wording: Wording) -> Diagnostic {
        Diagnostic(
            .tableHeader, at: range, wording,
            help: Wording("「| 入力 || 判定 | 条項 |」の形にしてください", "write it as `| input || decision | clause |`"))
    }

    static func dataUnreadable(_ range: SourceRange, _ path: String, _ reason: Wording) -> Diagnostic {
        Diagnostic(
            .dataUnreadable, at: range,
            Wording("データファイル「\(path)」を使えません: \(reason.japanese)", "data file `\(path)` cannot be used: \(reason.english)"),
            help: Wording("規則と同じフォルダの data/ に UTF-8 の CSV を置いてください", "put a UTF-8 CSV file into data/ beside the rules"))
    }

    static func dataValue(_ range: SourceRange, _ place: String, _ text: String, _ expected: Wording) -> Diagnostic {
        Diagnostic(
            .dataValue, at: range,
            Wording("\(place) の「\(text)」は\(expected.japanese)ではありません", "\(place): `\(text)` is not \(expected.english)"),
            help: Wording("CSV の値を直してください（分からない値は空にします）", "mend the CSV; leave unknown values empty"))
    }

    static func dataIncomplete(_ range: SourceRange, _ table: String, _ missing: [String]) -> Diagnostic {
        let some = missing.prefix(5).joined(separator: "・") + (missing.count > 5 ? "…" : "")
        return Diagnostic(
            .dataIncomplete, at: range, Wording("参照表「\(table)」に行のない鍵があります: \(some)", "reference table `\(table)` has no row for \(some)"),
            help: Wording("行を足すか、承知のうえなら「一部」と書いてください", "add rows, or write `partial` if that is meant"))
    }

    // MARK: Lint

    static func withoutQuestion(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .factWithoutQuestion, at: range, Wording("事実「\(name)」に質問がありません", "fact `\(name)` has no question"),
            help: Wording("電話で読み上げられる質問を「問 「…」」で書いてください", "add one that can be read out, with `ask \"…\"`"))
    }

    static func askedOfNobody(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .askedOfNobody, at: range, Wording("「\(name)」をだれに尋ねるかが、書かれていません", "whom to ask about `\(name)` is not said"),
            help: Wording("事実か、その記録に「尋ねる相手 当事者」を書いてください", "write `asked_of PARTY` at the fact or at its record"))
    }

    static func askedOfSeveral(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .askedOfSeveral, at: range, Wording("一括確認「\(name)」の事実は、尋ねる相手がそろっていません", "the facts of group `\(name)` are not asked of one party"),
            help: Wording("尋ねる相手ごとに分けてください", "part it by whom to ask"))
    }

    static func twiceNegated(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .twiceNegated, at: range, Wording("「\(name)」の質問は、一つの文で二度打ち消しています", "the question of `\(name)` negates twice in one sentence"),
            help: Wording("打消しを一つまでにしてください。ないことではなく、あることを尋ねると短くなります", "negate at most once; ask what there is instead of what there is not"))
    }

    static func withoutPhrases(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .decisionWithoutPhrases, at: range,
            Wording("判定「\(name)」を、お客様がどう尋ねるかが書かれていません", "how callers ask for decision `\(name)` is not said"),
            help: Wording("お客様の言葉の短い文を「尋ね方 「…」, 「…」」で書いてください", "add short phrases in callers' words, with `asked_as \"…\", \"…\"`"))
    }

    static func withoutGist(_ range: SourceRange, _ citation: String) -> Diagnostic {
        Diagnostic(
            .clauseWithoutGist, at: range, Wording("\(citation)に要旨がありません", "\(citation) has no gist"),
            help: Wording("自分の言葉の要旨を「」で書いてください", "write what it says in your own words"))
    }

    static func unused(_ range: SourceRange, _ code: DiagnosticCode, _ what: Wording, _ name: String) -> Diagnostic {
        Diagnostic(
            code, at: range, Wording("\(what.japanese)「\(name)」はどこでも使われていません", "\(what.english) `\(name)` is used nowhere"),
            help: Wording("使うか、消してください", "use it or remove it"))
    }

    static func normWithoutContent(_ range: SourceRange, _ name: String) -> Diagnostic {
        Diagnostic(
            .normWithoutContent, at: range, Wording("「\(name)」に内容がありません", "`\(name)` does not say what"),
            help: Wording("「内容 「…」」を書いてください", "add `what \"…\"`"))
    }
}
