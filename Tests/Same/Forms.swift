import Batch
import Decisions
import Diagnostics
import Documents
import Explanation
import Facts
import Foundation
import Kiyaku
import Norms
import Plans
import Proofs
import Runtime
import Serialization
import Values
import Vocabulary

/// The forms that an answer is read in.
extension World {
    /// JSON without and with the proof, and the texts for each reader.
    func texts(_ decision: Place<Decision>, _ cases: ArraySlice<Case>) -> [(form: String, items: [Item])] {
        let json = DecisionJSON(plan, digest: edition.digest)
        let languages: [(String, MessageLanguage)] = [("ja", .japanese), ("en", .english)]
        var forms: [String: [Item]] = [:]
        for one in cases {
            let frame = one.reading.frame
            let answer = decider.answer(decision, frame)
            let proof = Proof(plan, answer, origins: origins(one.reading.given))
            func add(_ form: String, _ text: String) { forms[form, default: []].append(Item(name: one.name, text: text)) }
            add("json", json.document([answer], frame).text())
            add("proof", json.document([answer], frame, proofs: [proof]).text())
            for (name, language) in languages {
                add("staff-" + name, DecisionText(plan, language: language).render(answer, proof))
                add("customer-" + name, CustomerReply(plan, language: language).render(answer, proof))
                add("legal-" + name, LegalText(plan, language: language, digest: edition.digest).render(answer, proof))
            }
        }
        return forms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Where facts come from, in one word.
    private func origins(_ given: [GivenValue]) -> [Place<Fact>: String] {
        Dictionary(given.compactMap { value in value.provenance.source.map { (value.fact, $0) } }) { first, _ in first }
    }

    /// What anyone has to do, whatever is decided.
    func obligations(_ cases: ArraySlice<Case>) -> [(form: String, items: [Item])] {
        let json = DecisionJSON(plan, digest: edition.digest)
        var forms: [[Item]] = [[], [], []]
        for one in cases {
            let found = decider.norms.obligations(one.reading.frame)
            forms[0].append(Item(name: one.name, text: json.document([], one.reading.frame, obligations: found).text()))
            for (number, language) in [MessageLanguage.japanese, .english].enumerated() {
                let text = ObligationText(plan, language: language).render(found, one.reading.frame, .named)
                forms[number + 1].append(Item(name: one.name, text: text))
            }
        }
        return [("obligations", forms[0]), ("obligations-ja", forms[1]), ("obligations-en", forms[2])]
    }

    /// Mutated cases as JSON.
    func mutated(_ decision: Place<Decision>, _ block: Int) -> [Item] {
        let (source, json, writer) = (mutations[decision.value], DecisionJSON(plan, digest: edition.digest), FactWriter(plan))
        return (0..<Self.blockLength).map { number in
            let mutant = source.mutant(block * Self.blockLength + number)
            let answer = decider.answer(decision, mutant.frame)
            return Item(
                name: "seed \(mutant.seed): \(mutant.story)",
                text: writer.document(mutant.frame).text() + "\n" + json.document([answer], mutant.frame).text())
        }
    }

    /// The cases through `check`, as a table and as lines.
    func tables(_ decision: Place<Decision>, _ cases: ArraySlice<Case>) async throws -> [(form: String, items: [Item])] {
        guard let day = Instant("2026-11-24") else { return [] }
        let lines = cases.map { JSONValue($0.document).text() + "\n" }.joined()
        var forms: [(form: String, items: [Item])] = []
        for (form, notation) in [("csv", ResultNotation.csv), ("ndjson", .ndjson)] {
            let request = BatchRequest(
                edition: edition, decisions: [decision], asOf: nil, defaultAsOf: day, input: .ndjson, encoding: nil, output: notation,
                carriesUnknown: true, language: .japanese, workers: 1)
            var bytes: [UInt8]? = Array(lines.utf8)
            var batch = try Batch(request) {
                defer { bytes = nil }
                return bytes
            }
            var (written, refused) = ("", "")
            let summary = try await batch.run(
                .init(keep: { _ in }, write: { written += $0 }, refuse: { refused += $0.text(in: "-", .japanese) + "\n" }, advance: { _ in }))
            forms.append((form, [Item(name: cases.first?.name ?? "", text: written + refused + summary.json.text())]))
        }
        return forms
    }

    /// What the command line says about the decisions that a case is about, and its exit code.
    func commands(_ cases: ArraySlice<Case>) throws -> [Item] {
        try cases.flatMap { one in
            try one.decisions.map { decision in
                let name = plan.decisions[decision].name
                let process = Process()
                process.executableURL = URL(filePath: program)
                process.arguments = ["decide", one.path, "--rules", rules, "--decision", name, "--lang", "ja"]
                process.standardInput = FileHandle.nullDevice
                let (output, errors) = (Pipe(), Pipe())
                (process.standardOutput, process.standardError) = (output, errors)
                try process.run()
                let said = [output, errors].map { String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
                process.waitUntilExit()
                return Item(name: "\(one.name) \(name)", text: "\(process.terminationStatus)\n\(said.joined())")
            }
        }
    }
}
