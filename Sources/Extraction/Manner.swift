import Patterns

/// How a text speaks of something: that it is so, that it is not, that it may be.
struct Manner: Hashable {
    var isDenied = false
    var isUnsure = false
}

/// The turns of phrase just around the words that deny them or leave them open. They belong to the language, not to any contract.
private enum Phrases {
    /// What may stand between the words and the phrase.
    private static let bridge =
        #"\A(?:への?|による|には?|の|を)?(?:感染|被害|攻撃|故障|形跡|痕跡|心配|恐れ|おそれ)?(?:が|の|は)?(?:原因|せい|ため|影響)?"#
    private static let none = #"(?:な[いしく]|なかった|無[いくし]|ありません|ございません|ないです)"#
    /// ではない, はありません, していない, せずに, は不要.
    private static let denial =
        #"(?:(?:では|じゃ|じゃあ|で)(?:な[いくさ]|なかった|あり(?:ません|そうにない)|ございません)"#
        + #"|(?:じゃ|や)(?:あら?へん|ない[でで]?)|と(?:は|も)?(?:違|異な|思え(?:ない|ません))|(?:とか)?(?:で?は|も|が)?(?!なくな)"# + none
        + #"|(?:は|も|を)?(?:(?:し|され|かかっ|受け|遭っ|あっ|やっ|入っ)て(?:は|も)?|たりは?し(?:て(?:は)?)?)"#
        + #"(?:い?な[いく]|い?なかった|い?ません|おりません|おらず|へん|まへん)|(?:は|も|を)?(?:せず|しないで|しておらず|していませ|してな)"#
        + #"|(?:した|する|の)?(?:こと|覚え|可能性|疑い|必要|感じ)(?:は|も|が)?(?:"# + none + #"|低[いく]|薄[いく])"#
        + #"|(?:は|も)?(?:不要|[要い]らな[いく]|[要い]りません|関係な[いく]|関係ありません))"#
    /// …ではないか, …じゃないでしょうか: a guess, though it is put as a denial.
    private static let asking = #"(?:の|ん)?(?:では?|です|でしょう|だろう)?か(?![もら])"#
    /// かもしれない, らしい, みたい, と思う.
    private static let guess =
        #"(?:らし[いくき]|かも|多分|たぶん|恐らく|おそらく|(?<![込頼試読休進])みたい|っぽい|の?ような|よう(?:です|で[、。]|だ)|可能性|疑い|疑って|と思[いうわっ]|気がし|せいか|かどうか|か分か|かわか)"#

    static let denied = Pattern(bridge + denial)
    static let guessed = Pattern(bridge + denial + asking)
    /// ではなさそう, ではないかも, ではないと思う.
    static let unsurelyDenied = Pattern(
        bridge + #"(?:では|じゃ|で)なさ|"# + bridge + denial + #"(?:の|ん)?(?:よう|みたい|と思|と思い|かも|らし|はず|でしょう|だろう)|(?:低|薄)[いく]"#)
    static let unsure = Pattern(
        #"\A[^、。,.!?！？\s]{0,14}?"# + guess + #"|\A[^。.!?！？\n]{0,24}?(?:のかも|かもしれ|みたいです[。]?\z|ようです[。]?\z|らしいです[。]?\z)|"#
            + bridge + #"(?:なの|なん)?(?:でしょうか|だろうか|でなければ|ですか|かな|か(?=[?、。,\s]|\z))"#
            + #"|\A(?:なの|なん)?(?:でしょう|だろう|やろう)|\A(?:く|ぐ)らい|\A(?:ほど|程度|前後|頃|ごろ|あたり)"#)
    static let before = Pattern(
        #"(?:多分|たぶん|恐らく|おそらく|もしかし(?:て|たら|すると)|もしかすると|ひょっとし(?:て|たら)|ひょっとすると)[、,]?.{0,2}\z|(?:約|およそ|だいたい|大体|ざっと) ?\z"#)
    /// ウイルスや火災, ウイルスか火災: what follows the second is said of both.
    static let joined = Pattern(#"\A(?:や|と|とか|も|・|および|及び|ならびに|並びに|か|または|又は|もしくは|若しくは|あるいは)\z"#)
    static let either = Pattern(#"\A(?:か|または|又は|もしくは|若しくは|あるいは)\z"#)
}

extension [Mention] {
    /// How each mention is meant; the mentions stand in the order of the text.
    func manners(in text: FoldedText, scratch: MatchScratch) -> [Manner] {
        func holds(_ pattern: Pattern, _ range: Range<Int>) -> Bool {
            // A phrase of ours that is given up leaves the words as they stand.
            ((try? pattern.firstMatch(in: [UInt8](text.bytes[range]), scratch: scratch)) ?? nil) != nil
        }
        var manners = indices.map { index in
            let mention = self[index]
            // Beyond the next mention the text speaks of something else.
            let next = following(index).map { self[$0].range.lowerBound } ?? text.bytes.count
            let after = mention.range.upperBound..<Swift.max(mention.range.upperBound, text.end(next, within: mention.range.upperBound + 90))
            let before = text.start(Swift.max(0, mention.range.lowerBound - 45))..<mention.range.lowerBound
            var manner = Manner()
            if holds(Phrases.guessed, after) {
                manner.isUnsure = true
            } else if holds(Phrases.denied, after) {
                manner.isDenied = true
                manner.isUnsure = holds(Phrases.unsurelyDenied, after)
            } else {
                manner.isUnsure = holds(Phrases.unsure, after)
            }
            manner.isUnsure = manner.isUnsure || holds(Phrases.before, before)
            return manner
        }
        for index in indices.reversed() {
            guard let next = following(index) else { continue }
            let gap = self[index].range.upperBound..<self[next].range.lowerBound
            guard gap.count < 24, holds(Phrases.joined, gap) else { continue }
            manners[index] = manners[next]
            if holds(Phrases.either, gap) {
                manners[index].isUnsure = true
                manners[next].isUnsure = true
            }
        }
        return manners
    }

    /// The next mention that begins after this one has ended.
    private func following(_ index: Int) -> Int? {
        self[index...].firstIndex { $0.range.lowerBound >= self[index].range.upperBound }
    }
}

extension FoldedText {
    /// The start of the character at a byte.
    fileprivate func start(_ offset: Int) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// The nearer of two ends, between characters.
    fileprivate func end(_ end: Int, within limit: Int) -> Int { Swift.min(end, start(Swift.min(limit, bytes.count))) }
}
