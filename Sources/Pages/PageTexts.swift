import Diagnostics
import Documents

/// The interface texts by their keys: `{"decide": ["判定する", "Decide"], …}`.
struct PageTexts: Sendable {
    private let texts: [String: Wording]
    /// The same as templates show them.
    private let japanese: [String: String]
    private let english: [String: String]

    init(_ path: String) throws(PageFault) {
        let document: JSONValue
        let bytes = try PageLibrary.bytes(path)
        do throws(DocumentError) {
            document = JSONValue(try JSONReader.read(bytes))
        } catch {
            throw .broken(path, error.japanese)
        }
        guard case .object(let members) = document else { throw .broken(path, "no object") }
        var texts: [String: Wording] = [:]
        for (key, value) in members {
            guard case .array(let both) = value, both.count == 2, case .string(let japanese) = both[0], case .string(let english) = both[1],
                texts.updateValue(Wording(japanese, english), forKey: key) == nil
            else { throw .broken(path, key) }
        }
        self.texts = texts
        (japanese, english) = (texts.mapValues(\.japanese.escaped), texts.mapValues(\.english.escaped))
    }

    func text(_ key: String, _ language: MessageLanguage) -> String { texts[key]?(language) ?? key }

    func escaped(_ language: MessageLanguage) -> [String: String] { language == .japanese ? japanese : english }
}
