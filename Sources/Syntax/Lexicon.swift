/// A word with a fixed meaning, in Japanese and in English: the one table of both lexicons.
///
/// Keywords are contextual: they mean something only where the grammar expects them, so that a fact may be called 版.
package enum Keyword: UInt8, Sendable, CaseIterable {
    // Declarations.
    case contract, clause, words, sayings, enumeration, facts, list, group, constraint, define, usual, decision, rule
    case duty, prohibition, power, disclaimer, charge, table, reference, businessCalendar, interpretation, test, invariant, nonoperative
    // Parts of declarations.
    case title, edition, effective, parties, answering, main, application, environment, cite, sole, also, pattern, wanted, planned, mentioned, fallback, actor
    case ask, askedOf, given, changeable, discretion, finding, personal, topic
    case askedAs, outcomes, ranked, byDefault, side, favours, ground, allGrounds, when, then, proviso, overrides, notwithstanding
    case conversely, requirement, waives, who, to, what, by, amount, unstated, computed, recurring, monthly, from, through, unique, first, collect
    case source, key, column, latest, until, partial
    case issue, reading, adopted, reason, bears, approved
    case asOf, asOfTime, expect, nothing, undetermined, conflict, examples, only, complete
    // Types.
    case bool, set, date, month, time, number, integer, version, text
    // Values.
    case yes, no, pending, inapplicable, unknown
    // Words of conditions.
    case and, or, not
    case weekday, monthOf, monthStart, monthEnd, expiry, expiryCountingFirstDay, carriedOver, days, isHoliday, leapYearDays, floor, ceil, round
    case subject, locative, oneOf, includes, includesAny, includesAll
    case atLeast, atMost, lessThan, moreThan, onOrAfter, onOrBefore, laterThan, earlierThan
    case holds, applies, someOf, allOf, countOf, sumOf
    // Kept for later chapters.
    case digest, supplementary, amendment, businessDay

    /// The Japanese spelling.
    package var japanese: String { spelling.japanese }
    /// The English spelling; of several words where English wants them.
    package var english: String { spelling.english }

    private var spelling: (japanese: String, english: String) {
        switch self {
        case .contract: ("規約", "contract")
        case .clause: ("条項", "clause")
        case .words: ("語", "words")
        case .sayings: ("言い方", "said_as")
        case .enumeration: ("列挙", "enumeration")
        case .facts: ("事実", "facts")
        case .list: ("一覧", "list")
        case .group: ("一括確認", "group")
        case .constraint: ("制約", "constraint")
        case .define: ("定義", "define")
        case .usual: ("通例", "usual")
        case .decision: ("判定", "decision")
        case .rule: ("規則", "rule")
        case .duty: ("義務", "duty")
        case .prohibition: ("禁止", "prohibition")
        case .power: ("権利", "power")
        case .disclaimer: ("免責", "disclaimer")
        case .charge: ("費用", "charge")
        case .table: ("表", "table")
        case .reference: ("参照表", "reference")
        case .businessCalendar: ("営業暦", "business_calendar")
        case .interpretation: ("解釈", "interpretation")
        case .test: ("試験", "test")
        case .invariant: ("不変", "invariant")
        case .nonoperative: ("非規範", "nonoperative")
        case .title: ("表題", "title")
        case .edition: ("版", "edition")
        case .effective: ("施行日", "effective")
        case .parties: ("当事者", "parties")
        case .answering: ("回答者", "answering")
        case .main: ("主判定", "main")
        case .application: ("申込判定", "application")
        case .environment: ("環境判定", "environment")
        case .cite: ("引用", "cite")
        case .sole: ("単項", "sole")
        case .also: ("別番号", "also")
        case .pattern: ("表記", "pattern")
        case .wanted: ("頼み", "wanted")
        case .planned: ("予定", "planned")
        case .mentioned: ("話題", "mentioned")
        case .fallback: ("控え", "fallback")
        case .actor: ("だれが", "actor")
        case .ask: ("問", "ask")
        case .askedOf: ("尋ねる相手", "asked_of")
        case .given: ("前提", "given")
        case .changeable: ("変更可", "changeable")
        case .discretion: ("裁量", "discretion")
        case .finding: ("認定", "finding")
        case .personal: ("個人情報", "personal")
        case .topic: ("主題", "topic")
        case .askedAs: ("尋ね方", "asked_as")
        case .outcomes: ("結果", "outcomes")
        case .ranked: ("順位", "ranked")
        case .byDefault: ("既定", "default")
        case .side: ("側", "side")
        case .favours: ("有利", "favours")
        case .ground: ("根拠", "ground")
        case .allGrounds: ("全根拠", "all_grounds")
        case .when: ("もし", "when")
        case .then: ("ならば", "then")
        case .conversely: ("逆も", "conversely")
        case .proviso: ("ただし", "proviso")
        case .overrides: ("優先", "overrides")
        case .notwithstanding: ("かかわらず", "notwithstanding")
        case .who: ("者", "who")
        case .to: ("相手", "to")
        case .what: ("内容", "what")
        case .by: ("期限", "by")
        case .amount: ("額", "amount")
        case .unstated: ("定めなし", "unstated")
        case .computed: ("算定", "computed")
        case .recurring: ("周期", "recurring")
        case .monthly: ("毎月", "monthly")
        case .from: ("から", "from")
        case .through: ("まで", "through")
        case .requirement: ("要件", "requirement")
        case .waives: ("免除", "waives")
        case .unique: ("唯一", "unique")
        case .first: ("先勝ち", "first")
        case .collect: ("全件", "collect")
        case .source: ("元", "source")
        case .key: ("鍵", "key")
        case .column: ("列", "column")
        case .latest: ("直近", "latest")
        case .until: ("期末", "until")
        case .partial: ("一部", "partial")
        case .issue: ("論点", "issue")
        case .reading: ("案", "reading")
        case .adopted: ("採用", "adopted")
        case .reason: ("理由", "reason")
        case .bears: ("負担", "bears")
        case .approved: ("承認", "approved")
        case .asOf: ("基準日", "as_of")
        case .asOfTime: ("基準時刻", "as_of_time")
        case .expect: ("期待", "expect")
        case .nothing: ("なし", "none")
        case .undetermined: ("未決", "undetermined")
        case .conflict: ("抵触", "conflict")
        case .examples: ("例", "examples")
        case .only: ("のみ", "only")
        case .complete: ("全員", "complete")
        case .bool: ("真偽", "bool")
        case .set: ("集合", "set")
        case .date: ("日付", "date")
        case .month: ("年月", "month")
        case .time: ("時刻", "time")
        case .number: ("数", "number")
        case .integer: ("整数", "integer")
        case .version: ("版", "version")
        case .text: ("文字", "text")
        case .yes: ("真", "true")
        case .no: ("偽", "false")
        case .pending: ("未到来", "pending")
        case .inapplicable: ("該当なし", "inapplicable")
        case .unknown: ("不明", "unknown")
        case .and: ("かつ", "and")
        case .or: ("または", "or")
        case .not: ("でない", "not")
        case .weekday: ("曜日", "weekday")
        case .monthOf: ("年月", "month_of")
        case .monthStart: ("月初", "month_start")
        case .monthEnd: ("月末", "month_end")
        case .expiry: ("満了日", "expiry")
        case .expiryCountingFirstDay: ("初日算入満了日", "expiry_counting_first_day")
        case .carriedOver: ("休日送り", "carried_over")
        case .days: ("日数", "days")
        case .isHoliday: ("祝日", "is_holiday")
        case .leapYearDays: ("うるう年の日数", "leap_year_days")
        case .floor: ("切捨て", "floor")
        case .ceil: ("切上げ", "ceil")
        case .round: ("四捨五入", "round")
        case .subject: ("が", "is")
        case .locative: ("に", "includes")
        case .oneOf: ("のいずれか", "is one of")
        case .includes: ("を含む", "includes")
        case .includesAny: ("のいずれかを含む", "includes any of")
        case .includesAll: ("のすべてを含む", "includes all of")
        case .atLeast: ("以上", "at least")
        case .atMost: ("以下", "at most")
        case .lessThan: ("未満", "less than")
        case .moreThan: ("超", "more than")
        case .onOrAfter: ("以降", "on or after")
        case .onOrBefore: ("以前", "on or before")
        case .laterThan: ("より後", "later than")
        case .earlierThan: ("より前", "earlier than")
        case .holds: ("成立", "holds")
        case .applies: ("適用", "applies")
        case .someOf: ("のいずれかで", "any")
        case .allOf: ("のすべてで", "all")
        case .countOf: ("の件数", "count")
        case .sumOf: ("の合計", "sum")
        case .digest: ("指紋", "digest")
        case .supplementary: ("附則", "supplementary")
        case .amendment: ("改正", "amendment")
        case .businessDay: ("営業日", "business_day")
        }
    }
}

/// The two sets of spellings.
package enum Lexicon: String, Sendable, CaseIterable {
    case japanese = "ja"
    case english = "en"

    /// A keyword in this lexicon.
    package func spell(_ keyword: Keyword) -> String {
        switch self {
        case .japanese: keyword.japanese
        case .english: keyword.english
        }
    }

    /// One-word spellings of both lexicons. 版 is listed as `edition`; as a type it is read as `version`.
    package static let words: [String: Keyword] = {
        var words: [String: Keyword] = ["ではない": .not, "但し": .proviso, "超える": .moreThan, "にかかわらず": .notwithstanding]
        for keyword in Keyword.allCases.reversed() {
            words[keyword.japanese] = keyword
            if !keyword.english.contains(" ") { words[keyword.english] = keyword }
        }
        words["includes"] = .includes
        return words
    }()
}
