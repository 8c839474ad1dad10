/// What follows a number and makes it a quantity, a date, a time or a reference, so that it numbers nothing.
extension Head {
    /// Whether what stands at an element is the unit of the number before it: 日以内, ヶ月, GB, ％.
    func isQuantity(at index: Int) -> Bool {
        guard let unit = self[index] else { return false }
        if "%‰°℃/×+=~<>$¥〒㎡㎞㎝㎜㎏".unicodeScalars.contains(unit) { return true }
        if unit.isASCII { return isLatinUnit(index) }
        if Self.words.contains(where: { has($0, at: index) }) { return true }
        guard let followers = Self.units[unit] else { return false }
        guard let next = self[index + 1] else { return true }
        return !isJapanese(next) || isHiragana(next) || "、。・「（".unicodeScalars.contains(next) || followers.unicodeScalars.contains(next)
            || "以未超毎及又並等当".unicodeScalars.contains(next) || number(at: index + 1) != nil
    }

    private func isLatinUnit(_ index: Int) -> Bool {
        var end = index
        while let scalar = self[end], scalar.isASCII, scalar.properties.isAlphabetic, end == index || gap(before: end) == 0 { end += 1 }
        let word = String(String.UnicodeScalarView((index..<end).compactMap { self[$0] })).lowercased()
        return Self.latin.contains(word)
    }

    /// Whether what stands at an element goes on with a reference to what has the number before it: （１）の, ①又は.
    func isReference(at index: Int) -> Bool {
        guard let next = self[index] else { return false }
        if "、。,)」』・~-以".unicodeScalars.contains(next) || Self.joints.contains(where: { has($0, at: index) }) { return true }
        return gap(before: index) == 0 && isParticle(next)
    }

    /// Whether a scalar may be the particle behind a noun.
    func isParticle(_ scalar: Unicode.Scalar) -> Bool { "にのをはがともへやで".unicodeScalars.contains(scalar) }

    /// What stands between references.
    static let joints = ["から", "まで", "又は", "または", "及び", "および", "並びに", "ならびに", "若しくは", "もしくは", "乃至", "ないし"]

    /// Units of more than one character, and what makes a number part of an expression.
    private static let words = [
        "か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月", "か所", "ヶ所", "カ所", "ヵ所", "ケ所", "箇所", "か国", "カ国", "ヶ国", "か年", "ヶ年",
        "カ年", "箇年", "営業日", "四半期", "世帯", "丁目", "番地", "号室", "拠点", "店舗", "種類", "段階", "親等", "契約につき", "契約ごと",
        "契約当", "契約あた", "以上", "以内", "以降", "未満", "又は", "または", "及び", "および", "若しくは", "もしくは", "並びに", "ないし", "乃至",
        "から", "まで", "つの", "つを", "つに", "つは", "つが", "つ目", "つ以", "ポイント", "ページ", "パーセント", "ドル", "ユーロ", "ユーザ",
        "アカウント", "ライセンス", "セット", "メートル", "キロ", "グラム", "リットル", "ギガ", "メガ", "バイト", "クリック", "コマ", "ヘルツ",
        "ビット", "文字",
    ]

    /// Units of one character, each with what may follow it besides particles: 日 is one in 日以内, none in a word such as 日程.
    private static let units: [Unicode.Scalar: String] = [
        "年": "度月分末内前後間目頃", "月": "分末中内前後頃", "日": "前後分目間中内", "時": "間前後頃台", "分": "間前後", "秒": "間前後",
        "週": "間目末前後内", "回": "目分前", "個": "目分", "人": "分目", "名": "様分", "台": "目分", "本": "目", "件": "目分", "部": "", "枚": "目",
        "冊": "目", "箱": "", "匹": "", "頭": "", "杯": "目", "着": "", "足": "", "通": "", "点": "", "校": "", "社": "", "店": "", "室": "",
        "階": "建", "棟": "", "戸": "", "歳": "", "才": "", "級": "", "段": "", "位": "", "番": "目", "号": "", "項": "", "条": "第", "章": "",
        "節": "", "款": "", "編": "", "巻": "", "頁": "", "版": "", "円": "", "銭": "", "万": "円人件個名台", "億": "円人件", "兆": "円",
        "千": "円人件個名台", "百": "円人件個名台", "割": "", "倍": "", "度": "目", "株": "", "泊": "", "種": "", "者": "間", "坪": "", "畳": "",
        "対": "",
    ]

    private static let latin: Set<String> = [
        "gb", "mb", "kb", "tb", "hz", "khz", "mhz", "ghz", "kbps", "mbps", "gbps", "bps", "km", "m", "cm", "mm", "kg", "g", "mg", "t", "l", "ml", "w",
        "kw", "v", "am", "pm", "h", "min", "s", "ms", "px", "dpi", "bit", "bits", "byte", "bytes", "usd", "jpy", "x",
    ]
}
