import Diagnostics
import Documents
import Facts
import Hummingbird
import Interviews
import Kiyaku
import NIOCore
import Records
import Vocabulary

/// Decides the cases of one request: by the rules as they were when it came, and by its day where a case names none.
struct DecisionController: Sendable {
    private let state: ServiceState
    private let edition: Edition
    private let decisions: [Place<Decision>]
    private let moment: ServiceSettings.Moment
    private let caller: Caller
    private let id: String

    init(_ state: ServiceState, _ request: Request, _ context: ServiceContext, _ caller: Caller) throws {
        let edition = state.edition
        let name = try request.query(["decision"])["decision"]
        let vocabulary = edition.vocabulary
        guard let decisions = name.map({ edition.decisions(named: $0) }) ?? [] else {
            throw Problem(
                .badRequest, Wording("その名前の判定はありません", "there is no decision of that name"),
                help: Wording(
                    "判定の一覧は GET /v1/contracts/\(vocabulary.title.name)/decisions、言葉から探すには POST /v1/route です。all も使えます",
                    "GET /v1/contracts/\(vocabulary.title.name)/decisions lists them, and POST /v1/route finds them by words; all is one too"))
        }
        (self.state, self.edition, self.decisions, moment, self.caller, id) = (state, edition, decisions, context.moment, caller, context.requestID)
    }

    /// What is still to be asked about a case; questions are put for one decision.
    ///
    /// - Parameter skipped: ids of the questions that were answered with わからない.
    func interview(_ document: DocumentNode, skipped: [String]) throws(Problem) -> CaseInterview {
        guard decisions.count <= 1, let decision = decisions.first ?? edition.vocabulary.mainDecision else {
            throw Problem(
                .badRequest, Wording("判定を一つ選んでください", "choose one decision"),
                help: Wording("decision に all は使えません", "`decision` cannot be all here"))
        }
        if let stranger = skipped.first(where: { !edition.asks($0) }) {
            throw Problem(
                .unprocessableContent, Wording("skipped の「\(stranger.prefix(80))」という質問はありません", "there is no question `\(stranger.prefix(80))` (in skipped)"),
                help: Wording("質問の id をそのまま入れてください", "write the id of the question as it was given"))
        }
        let reading = edition.read(document, defaultAsOf: moment.today)
        guard reading.faults.isEmpty else { throw Problem(reading.faults) }
        return CaseInterview(reading, decision, skipped: skipped, edition)
    }

    /// The answer to a case, to be recorded.
    func draft(_ document: DocumentNode) throws(Problem) -> RecordDraft {
        let answer = edition.judge(document, decisions: decisions, defaultAsOf: moment.today)
        guard answer.reading.faults.isEmpty else { throw Problem(answer.reading.faults) }
        return RecordDraft(
            answer, of: edition, facts: document, by: caller.name, at: moment.timestamp, request: id, program: state.settings.program)
    }

    /// The answers to the lines that are there, in their order; nil where there are none.
    func answers(_ lines: inout LineScanner) async -> ByteBuffer? {
        var found: [(line: Int, draft: Result<RecordDraft, Problem>)] = []
        loop: while true {
            switch lines.next() {
            case .line(let number, let bytes): if !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { found.append((number, read(bytes))) }
            case .fault(let error): found.append((error.position.line, .failure(Problem(error))))
            case .needsMore, .end: break loop
            }
        }
        guard !found.isEmpty else { return nil }
        let drafts = found.compactMap { try? $0.draft.get() }
        let numbers = await record(drafts)
        var next = 0
        var buffer = ByteBuffer()
        for (line, draft) in found {
            switch (draft, numbers) {
            case (.failure(let problem), _), (_, .failure(let problem)): buffer.writeImmutableBuffer(self.line(problem, line))
            case (.success(let draft), .success(let numbers)):
                buffer.writeString("{\"line\":\(line),\"record\":\(numbers[next]),\"answer\":")
                buffer.writeBytes(draft.decision)
                buffer.writeString("}\n")
                next += 1
            }
        }
        return buffer
    }

    /// Records answers: all of them or none.
    func record(_ drafts: [RecordDraft]) async -> Result<[Int64], Problem> {
        guard !drafts.isEmpty else { return .success([]) }
        do throws(RecordFault) {
            return .success(try await state.record(drafts))
        } catch {
            return .failure(Problem(error))
        }
    }

    private func read(_ bytes: [UInt8]) -> Result<RecordDraft, Problem> {
        let document: DocumentNode
        do throws(DocumentError) {
            document = try JSONReader.read(bytes)
        } catch {
            return .failure(Problem(error))
        }
        do throws(Problem) { return .success(try draft(document)) } catch { return .failure(error) }
    }

    /// What is wrong with a line, in the place of its answer.
    func line(_ problem: Problem, _ line: Int) -> ByteBuffer {
        let document = JSONValue.object([("line", .integer(Int64(line))), ("problem", problem.json("urn:kiyaku:request:\(id)"))])
        return ByteBuffer(string: document.text() + "\n")
    }
}
