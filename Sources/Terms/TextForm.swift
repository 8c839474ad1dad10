internal import Values

/// What two wordings have in common when layout, width and punctuation are set aside (docs/decisions/clause-digests.md).
package enum TextForm {
    /// The substance of a text: folded, without spaces and punctuation. Points, commas and colons within numbers stay.
    package static func substance(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = folded(Array(text.unicodeScalars).filter { !isSpace($0) })
        for (place, scalar) in scalars.enumerated() {
            guard punctuation.contains(scalar) else {
                result.append(scalar)
                continue
            }
            if scalar.isASCII, place > 0, place + 1 < scalars.count, isDigit(scalars[place - 1]), isDigit(scalars[place + 1]) { result.append(scalar) }
        }
        return String(result)
    }

    /// Scalars in one form for each character: half-width ASCII, full-width katakana, ideographs for the radicals that stand in for
    /// them in some PDF files, and one kind of wave and dash.
    static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        for scalar in scalars {
            let value = scalar.value
            if value == 0xFF9E || value == 0xFF9F, let last = result.last, let voiced = voiced(last, by: value == 0xFF9E ? 1 : 2) {
                result[result.count - 1] = voiced
            } else {
                result.append(folded(scalar))
            }
        }
        return result
    }

    /// One scalar in its form.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0...0x7E: scalar
        case 0xFF61...0xFF9D: halfWidthKana[Int(scalar.value - 0xFF61)]
        case 0x2F00...0x2FD5: radicals[Int(scalar.value - 0x2F00)]
        case 0x301C, 0x223C: "~"
        case 0x2010...0x2015, 0x2212, 0x2500: "-"
        case 0x2018, 0x2019: "'"
        case 0x201C, 0x201D: "\""
        case 0x2024...0x2026, 0x22EF: "…"
        default: foldWidth(scalar)
        }
    }

    /// Katakana with its voicing mark.
    private static func voiced(_ scalar: Unicode.Scalar, by step: UInt32) -> Unicode.Scalar? {
        if step == 1, scalar == "ウ" { return "ヴ" }
        let plain = step == 1 ? "カキクケコサシスセソタチツテトハヒフヘホ" : "ハヒフヘホ"
        return plain.unicodeScalars.contains(scalar) ? Unicode.Scalar(scalar.value + step) : nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// What a change of wording may add or take away without a change of substance. ～ and ー are not among them.
    private static let punctuation = Set("、。,.・:;!?'\"「」『』()[]{}【】〔〕〈〉《》〝〟…*_#`".unicodeScalars)

    /// U+FF61–FF9D.
    private static let halfWidthKana = Array("。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

    /// The Kangxi radicals, U+2F00–2FD5, as ideographs.
    private static let radicals = Array(
        ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木"
            + "欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝"
            + "赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)
}
