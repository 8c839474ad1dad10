import Morphology

/// Who is meant by words for people and companies, seen from whoever writes.
struct Participants {
    /// Nil in the words of someone of whom it is not known which side they are on.
    let writer: Writer?

    private static let own: Set<String> = [
        "当社", "弊社", "うち", "私", "わたし", "わたくし", "こちら", "こっち", "自分", "自身", "当方", "我が社", "わが社", "わし", "おい", "俺", "おれ", "僕", "ぼく", "自社", "私ども", "弊店", "当店", "当院",
        "当校", "小社", "弊所",
        "弊院", "我々", "われわれ", "わたしども", "あたし", "自ら", "みずから", "うちら", "手前ども", "弊方", "自前", "社内", "自力", "わて", "わい", "おら", "わたしら", "自分ら", "自分たち",
    ]
    private static let others: Set<String> = [
        "御社", "貴社", "おたく", "お宅", "オタク", "そちら", "そっち", "貴店", "貴方", "あなた", "あんた", "おまえ", "お前", "そちらさん", "そちらさま", "貴殿", "君", "あなた方", "あんたら", "おたくら", "お前さん",
    ]
    private static let customers: Set<String> = [
        "客", "お客", "お客様", "顧客", "客先", "得意先", "先方", "契約者", "ユーザー", "ユーザ", "お客さん", "お客さま", "お得意", "見込み客", "申込客", "エンドユーザー",
    ]
    /// Words for people and bodies, alone or at the end of a compound.
    private static let agents: Set<String> = [
        "人", "者", "方", "さん", "様", "氏", "社員", "営業", "担当", "技術", "作業員", "スタッフ", "子", "業者", "会社", "員", "長", "職員", "パート", "バイト", "アルバイト", "若手", "息子", "娘", "孫",
        "家族", "奥さん", "友人", "友達", "知人",
        "誰", "だれ", "誰か", "どなた", "メーカー", "警察", "銀行", "第三者", "従業員", "先生", "経理", "総務", "大家", "屋", "社", "人間", "もん", "連中", "同僚", "上司", "部下", "夫", "妻", "主人", "家内",
        "父", "母", "兄", "弟", "姉", "妹", "親",
        "おばちゃん", "おじさん", "お兄さん", "エンジニア", "ベンダー", "ベンダ", "代理店", "販売店", "工務店", "電気屋", "配送", "宅配", "技師", "法務", "情シス", "人ら", "センター", "隣人", "新人", "前任", "後任", "代表",
        "役員", "店員", "弁護士", "監査", "大工", "工事",
        "社長", "部長", "課長", "店長", "院長", "所長", "係長", "校長", "工場長", "会長", "専務", "常務", "主任", "室長", "班長", "駅長", "外注先", "依頼先", "取引先", "仕入先", "元請け",
        "皆", "みんな", "相手", "某", "人達", "方々", "幹事", "兄さん", "姉さん", "電話会社", "不動産", "管理人", "テナント", "入居者", "旧担当", "協力会社", "委託先", "下請", "下請け", "元請", "事業者", "通信会社",
        "学生", "生徒",
    ]

    /// Who a noun with the nouns before it is; nil for things.
    ///
    /// - Parameter words: the words of the noun, the head last.
    func participant(_ words: [Morpheme], modifiers: [[Morpheme]]) -> Participant? {
        guard let head = words.last(where: { $0.partOfSpeech != .noun(.suffix) || Self.agents.contains($0.base) }) ?? words.last else { return nil }
        let isAgent = Self.agents.contains(words.map(\.base).joined()) || isAgent(head) || words.last.map(isAgent) == true
        if let one = words.compactMap({ side($0.base) }).first,
            isAgent || words.count <= 2 && side(of: head) != nil || words.allSatisfy({ side(of: $0) != nil || isPlural($0) })
        {
            return one
        }
        if let one = side(words.map(\.base).joined()) { return one }
        guard isAgent else { return nil }
        return modifiers.reversed().lazy.compactMap { $0.compactMap { side($0.base) }.first }.first ?? .other
    }

    /// The side that a word names.
    func side(_ word: String) -> Participant? {
        if Self.own.contains(word) { return writer.map { $0 == .caller ? .customer : .provider } }
        if Self.others.contains(word) { return writer.map { $0 == .caller ? .provider : .customer } }
        // A caller's customers are not the customer of the contract.
        if Self.customers.contains(word) { return writer == .colleague ? .customer : .other }
        return nil
    }

    private func side(of word: Morpheme) -> Participant? { side(word.base) }

    private func isPlural(_ word: Morpheme) -> Bool { word.partOfSpeech == .noun(.suffix) || word.partOfSpeech == .prefix }

    private func isAgent(_ word: Morpheme) -> Bool {
        switch word.partOfSpeech {
        case .noun(.person), .noun(.organization): word.whole == nil && !word.isUnknown
        case .noun: Self.agents.contains(word.base)
        default: false
        }
    }
}
