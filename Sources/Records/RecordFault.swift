package import Diagnostics

/// Something that is wrong with the record, or keeps it from being used.
package struct RecordFault: Error, Sendable, Hashable {
    package let code: DiagnosticCode
    /// The entry, where it is about one.
    package let number: Int64?
    /// What is wrong: one sentence.
    package let message: Wording
    /// What to do about it: one sentence.
    package let help: Wording

    init(_ code: DiagnosticCode, _ number: Int64? = nil, _ message: Wording, help: Wording) {
        self.code = code
        self.number = number
        self.message = message
        self.help = help
    }

    /// The fault on two lines, as findings about rule files are shown.
    package func text(_ language: MessageLanguage) -> String {
        let isJapanese = language == .japanese
        let place = number.map { isJapanese ? "記録 \($0): " : "record \($0): " } ?? ""
        return "\(isJapanese ? "誤り" : "error")[\(code.rawValue)] \(place)\(message(language))\n\(isJapanese ? "  対処: " : "  help: ")\(help(language))"
    }
}

/// The faults of the record, each with its words.
extension RecordFault {
    private static let restore = Wording(
        "この記録は証拠に使えません。控え（バックアップ）と比べ、だれがいつ触れたかを調べてください",
        "do not rely on this record; compare it with a backup and find out who touched it")

    static func altered(_ number: Int64) -> RecordFault {
        RecordFault(.alteredEntry, number, Wording("内容が、書いたときと違います", "its content is not what was written"), help: restore)
    }

    static func missing(_ range: ClosedRange<Int64>) -> RecordFault {
        let which = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)～\(range.upperBound)"
        return RecordFault(
            .missingEntry, range.lowerBound, Wording("記録 \(which) がなくなっています", "records \(which) are gone"), help: restore)
    }

    static let removed = RecordFault(
        .missingEntry, nil, Wording("鍵はありますが、記録のファイルがありません", "the key is there, but the file of the record is not"),
        help: Wording("控えから record.sqlite を戻してください", "restore record.sqlite from a backup"))

    static func moved(_ number: Int64, from own: Int64) -> RecordFault {
        RecordFault(
            .movedEntry, number, Wording("ここにあるのは、記録 \(own) として書いたものです", "what stands here was written as record \(own)"), help: restore)
    }

    static let head = RecordFault(
        .forgedHead, nil, Wording("記録の末尾の印が、この鍵で付けたものではありません", "the mark at the end of the record was not made with this key"), help: restore)

    static func otherEnd(_ number: Int64) -> RecordFault {
        RecordFault(.forgedHead, number, Wording("控えておいた末尾と違います", "it is not the end that was noted"), help: restore)
    }

    static func contentMissing(_ number: Int64, _ part: RecordPart) -> RecordFault {
        RecordFault(
            .missingContent, number, Wording("\(part.wording.japanese)が、消去の記録なしになくなっています", "its \(part.wording.english) went without an erasure on record"),
            help: restore)
    }

    static func contentAltered(_ number: Int64, _ part: RecordPart) -> RecordFault {
        RecordFault(
            .alteredContent, number, Wording("\(part.wording.japanese)が、書いたときと違います", "its \(part.wording.english) is not what was written"), help: restore)
    }

    static func key(_ message: Wording, help: Wording) -> RecordFault { RecordFault(.recordKey, nil, message, help: help) }

    static func unusable(_ message: Wording, help: Wording) -> RecordFault { RecordFault(.unusableRecord, nil, message, help: help) }

    static func edition(_ number: Int64?, _ digest: String) -> RecordFault {
        RecordFault(
            .missingEdition, number, Wording("規則の版 \(digest) が残っていないか、変わっています", "the edition of the rules \(digest) is gone or was changed"),
            help: Wording("控えから editions の中のそのフォルダを戻してください", "restore its folder below editions from a backup"))
    }

    /// - Parameter places: where the answers differ.
    static func different(_ number: Int64, _ places: String) -> RecordFault {
        RecordFault(
            .differentReplay, number, Wording("同じ規則と事実から、違う判定になりました（\(places)）", "the same rules and facts come to another answer (\(places))"),
            help: tryThatProgram)
    }

    static func unreadable(_ number: Int64) -> RecordFault {
        RecordFault(
            .differentReplay, number, Wording("記録した事実を、今のプログラムでは読めません", "this program cannot read the facts on record"), help: tryThatProgram)
    }

    /// - Parameter places: where the answers differ.
    static func unexplained(_ number: Int64, _ places: String) -> RecordFault {
        RecordFault(
            .unexplainedReplay, number,
            Wording(
                "結果も根拠も義務も同じですが、ほかの所が違い、それを説明する変更がありません（\(places)）",
                "its outcome, grounds and duties are the same, but other parts are not, and no change explains that (\(places))"), help: tryThatProgram)
    }

    private static let tryThatProgram = Wording(
        "記録したときと同じ版のプログラムで、もう一度試してください", "try again with the version of the program that made the record")

    package static func unknown(_ number: Int64) -> RecordFault {
        RecordFault(
            .missingEntry, number, Wording("その番号の記録はありません", "there is no record of that number"),
            help: Wording("kiyaku log list で番号を確かめてください", "see the numbers with kiyaku log list"))
    }
}
