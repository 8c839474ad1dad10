import Batch
import Decisions
import Diagnostics
import Documents
import Kiyaku
import Plans
import Testing
import Values

/// A file of cases put through a small contract, and what came of it.
struct BatchRun {
    /// What was written.
    let results: String
    let refusals: [Refusal]
    let summary: BatchSummary
    /// How many cases were said to be done, each time.
    let progress: [Int]

    /// Things that are dear may go, red ones may not; what is both is in conflict.
    static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 柄 { 縞 ; 点 }
        事実 物 「物」 { 値 : 数 円 「値」 問 「いくらですか」 ; 赤 : 真偽 「赤」 問 「赤ですか」 ; 柄 : 集合 柄 「柄」 問 「柄は」 }
        判定 可否 「できるか」 { 結果 可 「できる」, 不可 「できない」 ; 既定 不可 }
        第1条 「高い物はできる」
        規則 高い { もし 物.値 が 1000円 以上 ならば 可否 = 可 }
        義務 届け { 者 甲 ; 相手 乙 ; 内容 「届ける」 ; もし 可否 = 可 }
        第2条 「赤い物はできない」
        規則 赤 { もし 物.赤 ならば 可否 = 不可 }

        """

    /// Keeps what a batch hands out.
    private final class Collector {
        var (results, refusals, progress) = ("", [Refusal](), [Int]())
    }

    static func request(
        _ input: CaseNotation, _ output: ResultNotation, asOf: String? = nil, carriesUnknown: Bool = true, language: MessageLanguage = .japanese,
        workers: Int = 2
    ) throws -> BatchRequest {
        let edition = try Edition(RuleFiles(sources: [SourceFile(path: "sample.kiyaku", bytes: Array(rules.utf8))]))
        let today = try #require(Instant("2026-07-01"))
        return BatchRequest(
            edition: edition, decisions: try #require(edition.decisions(named: "可否")), asOf: asOf.flatMap { Instant($0) }, defaultAsOf: today,
            input: input, encoding: nil, output: output, carriesUnknown: carriesUnknown, language: language, workers: workers)
    }

    /// The bytes in pieces, as a file is read.
    static func pieces(_ bytes: [UInt8], of size: Int) -> () -> [UInt8]? {
        var rest = bytes[...]
        return {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
    }

    init(_ text: String, _ request: BatchRequest, piece: Int = 1 << 16) async throws { try await self.init(Array(text.utf8), request, piece: piece) }

    init(_ bytes: [UInt8], _ request: BatchRequest, piece: Int = 1 << 16) async throws {
        let collector = Collector()
        var batch = try Batch(request, read: Self.pieces(bytes, of: piece))
        summary = try await batch.run(
            .init(
                keep: { _ in }, write: { collector.results += $0 }, refuse: { collector.refusals.append($0) }, advance: { collector.progress.append($0) }))
        (results, refusals, progress) = (collector.results, collector.refusals, collector.progress)
    }

    /// The lines that were written, without the first.
    var rows: [String] { results.split(separator: "\r\n").dropFirst().map(String.init) }

    /// The results as JSON, one on each line.
    func documents() throws -> [JSONValue] {
        try results.split(separator: "\n").map { JSONValue(try JSONReader.read(Array($0.utf8))) }
    }
}
