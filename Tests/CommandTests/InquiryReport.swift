import Foundation

/// Inquiries by people who had seen neither the program nor its words: those that words are written with, or those set aside to measure.
enum InquiryPart: String, CaseIterable, Sendable {
    case tuning = "strangers-tuning"
    case aside = "strangers-aside"

    static let all = Self.allCases

    var caption: String { self == .tuning ? "調整用" : "取り分け" }

    func inquiries() throws -> [Inquiry] {
        let file = Command.root.appendingPathComponent("Corpus/inquiries/\(rawValue).ndjson")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { Inquiry(try JSON(String($0))) }
    }
}

/// A text, and the facts that careful people take from it.
struct Inquiry: Sendable {
    struct Taken: Hashable, Sendable {
        let fact: String
        let value: String
        let isNegated: Bool

        init(_ json: JSON) {
            fact = json["fact"]?.text ?? ""
            value = json["value"]?.text ?? ""
            isNegated = json["negated"] == .bool(true)
        }
    }

    let text: String
    let asOf: String
    /// What either of the two who read it took, and whether each that took it was certain.
    let facts: [Taken: Bool]
    /// What both took.
    let agreed: Set<Taken>

    init(_ json: JSON) {
        text = json["text"]?.text ?? ""
        asOf = json["date"]?.text ?? ""
        let (first, second) = (Self.facts(json), json["second"].map(Self.facts) ?? Self.facts(json))
        facts = first.merging(second) { $0 && $1 }
        agreed = Set(first.keys).intersection(second.keys)
    }

    /// The facts of an inquiry or of what the program found.
    static func facts(_ json: JSON) -> [Taken: Bool] {
        Dictionary((json["facts"]?.elements ?? []).map { (Taken($0), $0["certain"] != .bool(false)) }) { one, _ in one }
    }
}

/// How many facts were found rightly, wrongly and not at all, and how many were called certain.
struct InquiryScore: Sendable {
    private(set) var right = 0
    private(set) var wrong = 0
    private(set) var missed = 0
    /// Of what both readers took, what was found.
    private(set) var agreed = 0
    /// What counts without anyone's confirming it.
    private(set) var certain = 0
    /// Of what is called certain, what neither reader took.
    private(set) var wronglyCertain = 0

    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    var recall: Double { agreed + missed == 0 ? 1 : Double(agreed) / Double(agreed + missed) }

    /// Right is what either reader took, and missed what both took: people do not agree either.
    mutating func count(_ taken: Inquiry.Taken, in inquiry: Inquiry, found: Bool?) {
        let isTaken = inquiry.facts[taken] != nil
        switch found {
        case .some: if isTaken { right += 1 } else { wrong += 1 }
        case nil: if inquiry.agreed.contains(taken) { missed += 1 }
        }
        if found != nil, inquiry.agreed.contains(taken) { agreed += 1 }
        guard found == true else { return }
        certain += 1
        wronglyCertain += isTaken ? 0 : 1
    }
}

/// What the program finds in a part of the inquiries against what should be found.
struct InquiryReport: Sendable {
    let part: InquiryPart
    private(set) var total = InquiryScore()
    private(set) var scores: [String: InquiryScore] = [:]
    private(set) var texts = 0

    init(_ part: InquiryPart) async throws {
        self.part = part
        let inquiries = try part.inquiries()
        texts = inquiries.count
        // One service for all: the rules are read once.
        let service = try await RunningService(SmallRules(), serves: Command.shippedRules, arguments: ["--rate", "1000000"])
        for inquiry in inquiries {
            let body = try JSONEncoder().encode(["text": inquiry.text, "as_of": inquiry.asOf])
            let reply = try await service.send("POST", "/v1/extract", String(decoding: body, as: UTF8.self))
            guard reply.status == 200 else { throw CocoaError(.fileReadCorruptFile) }
            count(inquiry, Inquiry.facts(try reply.json))
        }
    }

    private mutating func count(_ inquiry: Inquiry, _ found: [Inquiry.Taken: Bool]) {
        for taken in Set(inquiry.facts.keys).union(found.keys) {
            total.count(taken, in: inquiry, found: found[taken])
            scores[taken.fact, default: InquiryScore()].count(taken, in: inquiry, found: found[taken])
        }
    }

    /// The figures of all parts as Markdown.
    static func page() async throws -> String {
        var reports: [InquiryReport] = []
        for part in InquiryPart.all { reports.append(try await InquiryReport(part)) }
        var lines = ["| 部 | 文 | 正 | 誤 | 漏れ | 適合率 | 再現率 | 言い切り | うち誤り |", "|---|---|---|---|---|---|---|---|---|"]
        for report in reports {
            let score = report.total
            lines.append(
                "| \(report.part.caption) | \(report.texts) | \(score.right) | \(score.wrong) | \(score.missed) | "
                    + "\(text(score.precision)) | \(text(score.recall)) | \(score.certain) | \(score.wronglyCertain) |")
        }
        lines += ["", "事実ごと（正・誤・漏れ）:", "", "| 事実 |" + reports.map { " \($0.part.caption) | 適合率 | 再現率 |" }.joined()]
        lines.append("|---|" + reports.map { _ in "---|---|---|" }.joined())
        for fact in Set(reports.flatMap(\.scores.keys)).sorted() {
            let cells = reports.map { report in
                guard let score = report.scores[fact] else { return " – | – | – |" }
                return " \(score.right)・\(score.wrong)・\(score.missed) | \(text(score.precision)) | \(text(score.recall)) |"
            }
            lines.append("| \(fact) |" + cells.joined())
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Three digits, never rounded up.
    private static func text(_ share: Double) -> String { String(format: "%.3f", (share * 1_000).rounded(.down) / 1_000) }
}
