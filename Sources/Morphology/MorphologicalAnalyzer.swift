import CMeCab

/// Takes texts apart into words. One thread uses one; making it is cheap beside opening the dictionary.
///
/// The same text gives the same words. The work grows with the length of the text, and nothing in a text can end it.
@safe package final class MorphologicalAnalyzer {
    /// The longest text, in UTF-8 bytes: some ten thousand characters.
    package static let longestText = 32_768
    /// Letters that are analysed at once. A longer sentence is cut, at a comma or space where there is one near the end.
    private static let longestPiece = 400
    /// Words of the dictionary that are kept as read.
    private static let mostKept = 20_000

    package let dictionary: MorphologicalDictionary
    private let words: GivenWords
    private let tagger: OpaquePointer
    private let lattice: OpaquePointer
    /// What was read of the dictionary, by the address of its features.
    private var kept: [UInt: DictionaryWord] = [:]

    /// - Throws: `.failed` where there is no memory.
    package init(_ dictionary: MorphologicalDictionary, words: GivenWords = GivenWords()) throws(MorphologyError) {
        guard let tagger = unsafe mecab_model_new_tagger(dictionary.model) else { throw .failed("no tagger") }
        guard let lattice = unsafe mecab_model_new_lattice(dictionary.model) else {
            unsafe mecab_destroy(tagger)
            throw .failed("no lattice")
        }
        self.dictionary = dictionary
        self.words = words
        unsafe self.tagger = tagger
        unsafe self.lattice = lattice
    }

    deinit {
        unsafe mecab_lattice_destroy(lattice)
        unsafe mecab_destroy(tagger)
    }

    /// The words of a text in their order; spaces and line ends are among them.
    ///
    /// - Throws: `.tooLong`, `.failed`.
    package func analyze(_ text: String) throws(MorphologyError) -> [Morpheme] {
        let bytes = text.utf8.count
        guard bytes <= Self.longestText else { throw .tooLong(bytes: bytes) }
        let normalized = NormalizedText(text).withoutTelegraphStyle(words).respelled()
        var found: [Morpheme] = []
        found.reserveCapacity(normalized.letters.count)
        for piece in pieces(normalized) { try analyze(normalized, piece, &found) }
        return found
    }

    /// Sentences, and parts of those that are long.
    private func pieces(_ text: NormalizedText) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var (start, good) = (0, 0)
        for place in text.letters.indices {
            switch text.letters[place].scalar {
            case "。", "!", "?", "\n":
                pieces.append(start..<(place + 1))
                start = place + 1
            case "、", " ": good = place + 1
            default: break
            }
            if place + 1 - start >= Self.longestPiece {
                let cut = good > start + Self.longestPiece / 2 ? good : place + 1
                pieces.append(start..<cut)
                start = cut
            }
        }
        if start < text.letters.count { pieces.append(start..<text.letters.count) }
        return pieces
    }

    /// What is kept whole in a piece.
    private func wholes(_ text: NormalizedText, _ piece: Range<Int>) -> [(range: Range<Int>, kind: WholeKind)] {
        var found: [(range: Range<Int>, kind: WholeKind)] = []
        let reader = WholeReader(text: text)
        var place = piece.lowerBound
        while place < piece.upperBound {
            if let word = words.match(text, at: place), word.end <= piece.upperBound {
                found.append((place..<word.end, .given(word.number)))
                place = word.end
            } else if let whole = reader.match(at: place), whole.end <= piece.upperBound, whole.end > place {
                found.append((place..<whole.end, whole.kind))
                place = whole.end
            } else {
                place += 1
            }
        }
        return found
    }

    private func analyze(_ text: NormalizedText, _ piece: Range<Int>, _ found: inout [Morpheme]) throws(MorphologyError) {
        var bytes: [CChar] = []
        /// For each byte, and the end, the letter that begins there; -1 within a letter.
        var letters: [Int32] = []
        /// For each letter of the piece, where it begins; -1 for spaces.
        var starts = [Int](repeating: -1, count: piece.count)
        bytes.reserveCapacity(3 * piece.count)
        letters.reserveCapacity(3 * piece.count + 1)
        /// Where spaces stood. MeCab would pass over them, and end the program where one stands before what is kept whole.
        var breaks: [Int] = []
        for place in piece {
            let scalar = text.letters[place].scalar
            if scalar == " " || scalar == "\n" {
                breaks.append(bytes.count)
                continue
            }
            starts[place - piece.lowerBound] = bytes.count
            for byte in scalar.utf8 {
                bytes.append(CChar(bitPattern: byte))
                // A byte within a letter begins with 10.
                letters.append(byte & 0xC0 == 0x80 ? -1 : Int32(place))
            }
        }
        letters.append(-1)
        let wholes = wholes(text, piece)
        var kinds: [Int: WholeKind] = [:]
        var cursor = piece.lowerBound
        let failure: String? = unsafe bytes.withUnsafeBufferPointer { buffer -> String? in
            guard let start = buffer.baseAddress, !buffer.isEmpty else { return nil }
            unsafe mecab_lattice_clear(lattice)
            unsafe mecab_lattice_set_request_type(lattice, Int32(MECAB_ONE_BEST))
            unsafe mecab_lattice_set_sentence2(lattice, start, buffer.count)
            for place in breaks where place > 0 && place < buffer.count {
                unsafe mecab_lattice_set_boundary_constraint(lattice, place, Int32(MECAB_TOKEN_BOUNDARY))
            }
            for (range, kind) in wholes {
                let (first, last) = (starts[range.lowerBound - piece.lowerBound], starts[range.upperBound - 1 - piece.lowerBound])
                guard first >= 0, last >= first else { continue }
                let end = last + UTF8.width(text.letters[range.upperBound - 1].scalar)
                // What is inside one token is an unknown word of this extent, with the costs of a noun.
                unsafe mecab_lattice_set_boundary_constraint(lattice, first, Int32(MECAB_TOKEN_BOUNDARY))
                for byte in (first + 1)..<max(first + 1, end) { unsafe mecab_lattice_set_boundary_constraint(lattice, byte, Int32(MECAB_INSIDE_TOKEN)) }
                unsafe mecab_lattice_set_boundary_constraint(lattice, end, Int32(MECAB_TOKEN_BOUNDARY))
                kinds[first] = kind
            }
            guard unsafe mecab_parse_lattice(tagger, lattice) != 0 else {
                guard let reason = unsafe mecab_lattice_strerror(lattice) else { return "no reason given" }
                return unsafe String(cString: reason)
            }
            var node = unsafe mecab_lattice_get_bos_node(lattice)
            while let one = unsafe node {
                defer { unsafe node = UnsafePointer(one.pointee.next).map { unsafe UnsafeMutablePointer(mutating: $0) } }
                let stat = Int(unsafe one.pointee.stat)
                guard stat == MECAB_NOR_NODE || stat == MECAB_UNK_NODE, let surface = unsafe one.pointee.surface else { continue }
                let first = unsafe surface - start
                let end = first + Int(unsafe one.pointee.length)
                guard end <= buffer.count, let features = unsafe one.pointee.feature, let letter = letters[first..<end].first, letter >= 0 else { continue }
                let count = letters[first..<end].count { $0 >= 0 }
                let range = Int(letter)..<(Int(letter) + count)
                appendSpace(cursor..<range.lowerBound, text, &found)
                let written = text.text(range)
                let isUnknown = stat == MECAB_UNK_NODE
                let word =
                    if let kind = kinds[first] { read(kind, written) } else if let mark = Self.mark(written) { mark } else {
                        unsafe self.word(features, written, isUnknown: isUnknown)
                    }
                found.append(
                    Morpheme(
                        surface: written, range: text.original(range), word: word, whole: kinds[first], isUnknown: isUnknown && kinds[first] == nil))
                cursor = range.upperBound
            }
            return nil
        }
        if let failure { throw .failed(failure) }
        appendSpace(cursor..<piece.upperBound, text, &found)
    }

    private func appendSpace(_ letters: Range<Int>, _ text: NormalizedText, _ found: inout [Morpheme]) {
        guard !letters.isEmpty else { return }
        let word = DictionaryWord(partOfSpeech: .space, base: " ", conjugation: nil, form: nil, reading: "")
        found.append(Morpheme(surface: text.text(letters), range: text.original(letters), word: word, whole: nil, isUnknown: false))
    }

    /// Marks in ASCII, which IPADIC takes for nouns.
    private static func mark(_ surface: String) -> DictionaryWord? {
        guard let first = surface.utf8.first, first < 0x80 else { return nil }
        let part: PartOfSpeech
        switch first {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"): part = .openBracket
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"): part = .closeBracket
        case UInt8(ascii: ","): part = .comma
        case UInt8(ascii: "."): part = .fullStop
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: part = .symbol
        default: return nil
        }
        return DictionaryWord(partOfSpeech: part, base: surface, conjugation: nil, form: nil, reading: "")
    }

    /// What was read beforehand, as a word.
    private func read(_ kind: WholeKind, _ surface: String) -> DictionaryWord {
        switch kind {
        case .given(let number):
            let word = words.words[number]
            return DictionaryWord(partOfSpeech: .noun(word.noun), base: word.surface, conjugation: nil, form: nil, reading: word.reading)
        case .date, .clock, .distance, .duration:
            return DictionaryWord(partOfSpeech: .noun(.adverbial), base: surface, conjugation: nil, form: nil, reading: "")
        case .amount, .version, .percent, .quantity, .number:
            return DictionaryWord(partOfSpeech: .noun(.number), base: surface, conjugation: nil, form: nil, reading: "")
        }
    }

    private func word(_ features: UnsafePointer<CChar>, _ surface: String, isUnknown: Bool) -> DictionaryWord {
        let address = UInt(bitPattern: features)
        if !isUnknown, let known = kept[address] { return known }
        let word = unsafe IPADICFeatures.word(String(cString: features), surface: surface)
        if !isUnknown {
            if kept.count >= Self.mostKept { kept.removeAll(keepingCapacity: true) }
            kept[address] = word
        }
        return word
    }
}
