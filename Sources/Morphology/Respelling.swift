/// Spellings of speech and dialect that the dictionary takes apart wrongly, with the common ones of the same meaning.
struct Respelling {
    /// Which letter has to stand before.
    enum Before {
        case any
        case oneOf(Set<Unicode.Scalar>)
        case not(Set<Unicode.Scalar>)
    }

    let from: [Unicode.Scalar]
    let to: [Unicode.Scalar]
    let before: Before
    /// What has to follow; nothing of it where anything may. An empty text stands for the end of the sentence.
    let following: [[Unicode.Scalar]]

    private init(_ from: String, _ to: String, before: Before = .any, next: [String] = []) {
        self.from = Array(from.unicodeScalars)
        self.to = Array(to.unicodeScalars)
        self.before = before
        following = next.map { Array($0.unicodeScalars) }
    }

    private static let end = [""]
    /// Endings of words that conjugate.
    private static let finished = Before.oneOf(Set("るたいんだうすつくぬむぐぶかじゃ".unicodeScalars))
    /// Before んかった: 動か, 来られ.
    private static let stem = Before.oneOf(Set("かさたなはまらわがざだばけせてねへめれげぜでべ来見出寝".unicodeScalars))
    private static let honoured = Before.oneOf(Set("いきしちにひみりえけせてねへめれげぜでべ来見".unicodeScalars))
    private static let notName = Before.not(Set("のこそあど".unicodeScalars))

    /// The first that fits is taken, the longest before the shorter.
    private static let all: [Respelling] = [
        // いただけ is also い-た-だけ.
        Respelling("いただけ", "頂け", next: ["ま", "な", "る", "れ", "た", "ず", "そ", "ん", "へ"]),
        Respelling("いただ", "頂", next: ["い", "き", "く", "か", "こ"]),
        // Negation.
        Respelling("でけへんかった", "できなかった"), Respelling("でけへん", "できない"), Respelling("でけん", "できない", next: end + ["け", "か", "の", "と"]),
        Respelling("せえへん", "しない"), Respelling("せーへん", "しない"), Respelling("しいひん", "しない"), Respelling("けえへん", "来ない"),
        Respelling("こおへん", "来ない"), Respelling("きいひん", "来ない"), Respelling("けーへん", "来ない"), Respelling("あらへん", "ない"),
        Respelling("おらへん", "いない"), Respelling("へんかった", "なかった", before: notName), Respelling("んかった", "なかった", before: stem),
        Respelling("てへん", "ていない"), Respelling("んでへん", "んでいない"), Respelling("てはおりま", "ておりま"), Respelling("来ん", "来ない", next: end + ["うち", "の", "か", "と", "ね"]),
        Respelling("まへん", "ません"), Respelling("ねがった", "なかった", before: stem), Respelling("ねげど", "ないけど", before: stem),
        Respelling("ねえ", "ない", before: .oneOf(["ゃ"])),
        // Duty.
        Respelling("なあきまへん", "なければなりません"), Respelling("なあかん", "なければならない"), Respelling("んならん", "なければならない", before: stem),
        Respelling("にゃいかん", "なければならない", before: stem), Respelling("にゃならん", "なければならない", before: stem),
        Respelling("んといかん", "なければならない", before: stem), Respelling("あきまへん", "だめです"), Respelling("あかん", "だめだ", next: end + ["の", "か", "け"]),
        // Politeness.
        Respelling("まっか", "ますか", next: end), Respelling("でっか", "ですか", next: end), Respelling("でっせ", "ですよ", next: end),
        Respelling("まっせ", "ますよ", next: end), Respelling("てす", "です", before: .not(["し", "捨", "ま", "立"]), next: end + ["か", "が", "ね", "けど", "ので"]),
        // はる honours who does it.
        Respelling("はって", "て", before: honoured), Respelling("はった", "た", before: honoured), Respelling("はりま", "ま", before: honoured),
        // Causes and ends.
        Respelling("じゃけん", "だから"), Respelling("じゃけぇ", "だから"), Respelling("じゃけえ", "だから"), Respelling("やけん", "だから"),
        Respelling("けん", "から", before: finished, next: end), Respelling("んけん", "んから", before: stem), Respelling("るけん", "るから"), Respelling("たけん", "たから"),
        Respelling("けぇ", "から", before: finished), Respelling("けえ", "から", before: finished),
        Respelling("ばってん", "けど"), Respelling("ばい", "よ", before: finished, next: end), Respelling("たい", "よ", before: .oneOf(["る", "た", "だ", "ん"]), next: end),
        Respelling("とよ", "のよ", before: finished, next: end), Respelling("とです", "のです", before: finished), Respelling("っちゃけど", "けど"),
        Respelling("たかから", "たいから"), Respelling("たかけん", "たいから"), Respelling("たかばい", "たいよ"), Respelling("たかと", "たいの"), Respelling("なかけん", "ないから"),
        Respelling("なかと", "ないの"), Respelling("なかばい", "ないよ"), Respelling("よかろうか", "よいだろうか"), Respelling("よかろか", "よいだろうか"),
        Respelling("よかですか", "よいですか"), Respelling("よかと", "よいの"),
        // Guesses.
        Respelling("だべか", "だろうか"), Respelling("だべ", "だろう"), Respelling("べか", "だろうか", before: finished, next: end),
        Respelling("べ", "だろう", before: finished, next: end), Respelling("やろか", "だろうか"), Respelling("じゃろか", "だろうか"),
        Respelling("んちゃう", "のではない"), Respelling("ちゃうか", "ではないか", next: end),
        // Going on.
        Respelling("ちょら", "とら"), Respelling("ちょり", "とり"), Respelling("ちょる", "とる"), Respelling("ちょった", "とった"), Respelling("ちょって", "とって"),
        Respelling("てんねん", "ているのだ"), Respelling("てんだ", "ているのだ"), Respelling("てんの", "ているの"), Respelling("ねんけど", "のだけど"),
        Respelling("あんたら", "あなた方", next: ["、", "は", "が", "の", "に", "も", "で"]), Respelling("あんた", "あなた", next: ["、", "は", "が", "の", "に", "も", "で"]),
        Respelling("わしゃ", "わしは"),
        // Other words.
        Respelling("もろて", "もらって"), Respelling("もろた", "もらった"), Respelling("もろう", "もらう"), Respelling("ゆうて", "言って"), Respelling("ゆうた", "言った"),
        Respelling("ゆうに", "言うに"), Respelling("っち言", "と言"), Respelling("ち言", "と言", before: .oneOf(["ん", "る", "た", "い", "だ"])),
        Respelling("なんぼ", "いくら"), Respelling("どない", "どう"), Respelling("ほんで", "それで"), Respelling("ほな", "では"), Respelling("せやけど", "だけど"),
        Respelling("ええ", "いい", before: .not(["え"]), next: ["か", "で", "の", "が", "んです"]), Respelling("つかあさい", "ください"), Respelling("下さい", "ください"),
        // The same shape in the other kana.
        Respelling("り", "リ", before: .not(Set("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん".unicodeScalars)), next: ["モ", "ー", "セ", "ス"]),
    ]

    private static let byFirst: [Unicode.Scalar: [Respelling]] = Dictionary(grouping: all.filter { !$0.from.isEmpty }) { $0.from[0] }
        .mapValues { $0.sorted { $1.from.count < $0.from.count } }

    private static let marks = Set(" 、。,.!?!?」』）)]…〜~\n".unicodeScalars)

    /// How what stands at a place is commonly spelled, and how many letters it is.
    static func match(_ text: NormalizedText, at place: Int) -> Respelling? {
        guard let first = text.scalar(place) else { return nil }
        return byFirst[first]?.first { $0.fits(text, at: place) }
    }

    private func fits(_ text: NormalizedText, at place: Int) -> Bool {
        for (number, scalar) in from.enumerated() where text.scalar(place + number) != scalar { return false }
        switch before {
        case .any: break
        case .oneOf(let letters): guard let letter = text.scalar(place - 1), letters.contains(letter) else { return false }
        case .not(let letters): if let letter = text.scalar(place - 1), letters.contains(letter) { return false }
        }
        guard !following.isEmpty else { return true }
        let rest = place + from.count
        return following.contains { word in
            if word.isEmpty { return text.scalar(rest).map { Self.marks.contains($0) } ?? true }
            return word.enumerated().allSatisfy { text.scalar(rest + $0.offset) == $0.element }
        }
    }
}

extension NormalizedText {
    /// The text with common spellings.
    func respelled() -> NormalizedText {
        var result = self
        var place = 0
        while place < result.letters.count {
            if let one = Respelling.match(result, at: place) {
                result.respell(place..<(place + one.from.count), as: one.to)
                place += max(1, one.to.count)
            } else {
                place += 1
            }
        }
        return result
    }
}
