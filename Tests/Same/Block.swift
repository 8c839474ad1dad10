import Digests
import Foundation

/// Some answers of one form that share a digest.
struct Block: Hashable, Comparable, CustomStringConvertible {
    let form: String
    /// The name of a decision; `-` where the form is about none.
    let decision: String
    let number: Int

    init(form: String, decision: String, number: Int) { (self.form, self.decision, self.number) = (form, decision, number) }

    /// From its description.
    init?(_ text: String) {
        let parts = text.split(separator: "|").map(String.init)
        guard parts.count == 3, let number = Int(parts[2]) else { return nil }
        self.init(form: parts[0], decision: parts[1], number: number)
    }

    var description: String { "\(form)|\(decision)|\(number)" }

    static func < (left: Self, right: Self) -> Bool { (left.form, left.decision, left.number) < (right.form, right.decision, right.number) }
}

/// One answer as it is read.
struct Item {
    let name: String
    let text: String
}

extension [Item] {
    /// Eight bytes in hexadecimal digits.
    var digest: String {
        var bytes: [UInt8] = []
        for text in flatMap({ [$0.name, $0.text] }) {
            bytes += text.utf8
            bytes.append(0)
        }
        return String(sha256(bytes).hexadecimal.prefix(16))
    }
}

/// The digests as the repository has them: a file a form, a line a decision, its blocks in order.
struct DigestFiles {
    let folder: String

    private static let ending = ".digests"

    func write(_ digests: [Block: String]) throws {
        let forms = Dictionary(grouping: digests.keys, by: \.form)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(Self.ending) {
            try FileManager.default.removeItem(atPath: folder + "/" + name)
        }
        for (form, blocks) in forms {
            let lines = Dictionary(grouping: blocks, by: \.decision).sorted { $0.key < $1.key }.map { decision, blocks in
                // Their place in the line is their number.
                ([decision]
                    + (0...(blocks.map(\.number).max() ?? 0)).map { number in
                        digests[Block(form: form, decision: decision, number: number)] ?? Self.notRecorded
                    }).joined(separator: " ")
            }
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: "\(folder)/\(form)\(Self.ending)"))
        }
    }

    /// Stands for a block that was left out when a part was recorded.
    static let notRecorded = "-"

    func read() throws -> [Block: String] {
        var digests: [Block: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(Self.ending) {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            for line in text.split(separator: "\n") {
                let parts = line.split(separator: " ").map(String.init)
                for (number, digest) in parts.dropFirst().enumerated() {
                    digests[Block(form: String(name.dropLast(Self.ending.count)), decision: parts[0], number: number)] = digest
                }
            }
        }
        return digests
    }

    /// How many blocks of which form.
    static func summary(_ blocks: [Block]) -> String {
        Dictionary(grouping: blocks, by: \.form).sorted { $0.key < $1.key }
            .map { "\($0.key): \($0.value.count) blocks of \(Set($0.value.map(\.decision)).count) decisions" }.joined(separator: "\n")
    }
}
