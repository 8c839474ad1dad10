import Foundation
import Testing

/// How well facts are found in the inquiries of Corpus/inquiries; the figures stand in docs/extraction.md.
///
/// `KIYAKU_RECORD=1` writes the figures into the page and fails, so that nobody records unread.
@Suite("Inquiries", .enabled(if: Command.isBuilt, Command.absence))
struct InquiryTests {
    @Test("There are seven hundred, each once, and most of them are set aside")
    func size() throws {
        let parts = try InquiryPart.all.map { try $0.inquiries() }
        let texts = parts.joined().map(\.text)
        #expect(texts.count >= 700)
        #expect(Set(texts).count == texts.count)
        #expect(parts.last.map(\.count) ?? 0 >= 600)
    }

    @Test("Every fact taken from them is in the vocabulary, with a value that it can have", arguments: InquiryPart.all)
    func vocabulary(part: InquiryPart) async throws {
        let outcome = try await Command.run(["facts", "--format", "json", "--rules", Command.shippedRules])
        var values: [String: Set<String>] = [:]
        for fact in try outcome.json["facts"]?.elements ?? [] {
            let isOpen = fact["type"] != "真偽" && fact["values"]?.elements.isEmpty != false
            let names = fact["type"] == "真偽" ? ["真", "偽"] : (fact["values"]?.elements ?? []).compactMap(\.text)
            values[fact["name"]?.text ?? ""] = isOpen ? [] : Set(names)
        }
        for inquiry in try part.inquiries() {
            for taken in inquiry.facts.keys {
                let known = try #require(values[taken.fact], "\(taken.fact) in \(inquiry.text)")
                #expect(known.isEmpty || known.contains(taken.value), "\(taken.fact) = \(taken.value) in \(inquiry.text)")
            }
        }
    }

    /// What was reached; it may only rise. What is aimed at is far higher (docs/decisions/words-of-callers.md).
    @Test("What is found is no worse than it was", arguments: [(InquiryPart.tuning, 0.88, 0.64, 1), (.aside, 0.61, 0.27, 9)])
    func quality(part: InquiryPart, precision: Double, recall: Double, wronglyCertain: Int) async throws {
        let total = try await InquiryReport(part).total
        #expect(total.precision >= precision)
        #expect(total.recall >= recall)
        #expect(total.wronglyCertain <= wronglyCertain)
        #expect(total.certain > 0)
    }

    @Test("What is called certain is what is asked: the work, the service, the product and its version", arguments: InquiryPart.all)
    func asked(part: InquiryPart) async throws {
        let certain = try await InquiryReport(part).scores.filter { $0.value.certain > 0 }.keys
        #expect(Set(certain).isSubset(of: ["依頼.作業", "依頼.サービス", "端末.OS", "端末.リリース", "端末.版"]))
    }

    @Test("The page shows the figures")
    func page() async throws {
        let file = Command.root.appendingPathComponent("docs/extraction.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let (start, end) = ("<!-- 測定 -->\n", "<!-- 測定の終わり -->")
        let low = try #require(text.range(of: start)?.upperBound)
        let high = try #require(text.range(of: end)?.lowerBound)
        let figures = try await InquiryReport.page()
        #expect(text[low..<high] == figures)
        if ProcessInfo.processInfo.environment["KIYAKU_RECORD"] == "1", text[low..<high] != figures {
            try Data((text[..<low] + figures + text[high...]).utf8).write(to: file)
            Issue.record("docs/extraction.md is recorded: read it")
        }
    }
}
