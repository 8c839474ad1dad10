import Morphology
import Sentences
import Synchronization

/// Reads texts for many threads: each read takes a reader that no other is using.
final class SharedReader: Sendable {
    private final class Slot: Sendable { let reader = Mutex<SentenceReader?>(nil) }

    private let dictionary: MorphologicalDictionary
    private let words: GivenWords
    private let slots = (0..<8).map { _ in Slot() }

    init(_ dictionary: MorphologicalDictionary, words: GivenWords) {
        self.dictionary = dictionary
        self.words = words
    }

    /// - Throws: `.tooLong`, `.failed`.
    func read(_ text: String, writer: Writer) throws(MorphologyError) -> [Predication] {
        for slot in slots {
            if let read = slot.reader.withLockIfAvailable({ reader in self.attempt(text, writer, &reader) }) { return try read.get() }
        }
        return try slots[0].reader.withLock { reader in self.attempt(text, writer, &reader) }.get()
    }

    private func attempt(_ text: String, _ writer: Writer, _ reader: inout SentenceReader?) -> Result<[Predication], MorphologyError> {
        do throws(MorphologyError) {
            if let reader { return .success(try reader.read(text, writer: writer)) }
            let made = try SentenceReader(dictionary, words: words)
            reader = made
            return .success(try made.read(text, writer: writer))
        } catch {
            return .failure(error)
        }
    }
}
