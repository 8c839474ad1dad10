extension DocumentError {
    /// What was expected and what to do, in English, without the place.
    package var english: String {
        switch kind {
        case .unexpectedByte: "Found \"\(found)\"; write \(needed("or", Self.englishWords)) here."
        case .unexpectedEnd: "The document ends here; add \(needed("or", Self.englishWords))."
        case .empty: "There is no content; write a value."
        case .unterminatedString: "The text that begins here has no end; close it with a quotation mark."
        case .controlCharacter: "\(found) may not stand here; write it as an escape such as \\n or \\t, or remove it."
        case .badEscape: "\"\(found)\" is not an escape; write \\\\ for a backslash, or one of \(expected)."
        case .loneSurrogate: "\"\(found)\" is half a character; write both halves, or the character itself."
        case .badNumber:
            "\"\(found)\" is not a number here; write it like 12, -0.5 or 1e3, or put it in quotation marks."
        case .tooDeep: "Nested deeper than \(expected) levels; flatten the document."
        case .tooLarge: "\(found) is more than the limit of \(expected); split the document."
        case .tooManyMarks: "More than \(StreamSafeText.most) combining marks follow one another; remove them."
        case .duplicateKey: "\"\(found)\" is there twice; keep one of them."
        case .invalidUTF8: "This is not UTF-8; save the file as UTF-8."
        case .trailingContent: "\"\(found)\" follows the end of the document; remove it."
        case .anchorNotAllowed: "Anchors (&) are not accepted; write the value itself."
        case .aliasNotAllowed: "Aliases (*) are not accepted; write the value itself, or quote the text."
        case .tagNotAllowed: "The tag \"\(found)\" is not accepted; remove it, or write !!str for a text."
        case .multipleDocuments: "A second document begins here; put each in a file of its own."
        case .keyNotScalar: "A key is a text before a colon; write no list or mapping there, and no question mark."
        case .yamlSyntax: "This is not YAML (\(found)); check indentation, colons and quotation marks."
        case .fieldCount:
            "The row has \(found) fields; the header has \(expected). Add or remove commas, or quote them."
        }
    }

    /// What was expected and what to do, in Japanese, without the place.
    package var japanese: String {
        switch kind {
        case .unexpectedByte: "「\(found)」があります。ここには \(needed("または", Self.japaneseWords)) を書いてください。"
        case .unexpectedEnd: "文書が途中で終わっています。\(needed("または", Self.japaneseWords)) を補ってください。"
        case .empty: "内容がありません。値を書いてください。"
        case .unterminatedString: "ここから始まる文字列が閉じていません。引用符で閉じてください。"
        case .controlCharacter: "\(found) はそのまま書けません。\\n や \\t のように書くか、取り除いてください。"
        case .badEscape: "「\(found)」という書き方はありません。逆斜線そのものは \\\\、ほかは \(expected) のいずれかで書いてください。"
        case .loneSurrogate: "「\(found)」は文字の半分です。組にして書くか、文字そのものを書いてください。"
        case .badNumber: "「\(found)」は数として読めません。12、-0.5、1e3 のように書くか、引用符で囲んでください。"
        case .tooDeep: "入れ子が \(expected) 段を超えています。浅くしてください。"
        case .tooLarge: "\(found) は上限 \(expected) を超えています。文書を分けてください。"
        case .tooManyMarks: "結合文字（濁点やアクセントの記号）が \(StreamSafeText.most) 個を超えて続いています。取り除いてください。"
        case .duplicateKey: "「\(found)」が二度あります。一つにしてください。"
        case .invalidUTF8: "UTF-8 ではありません。UTF-8 で保存し直してください。"
        case .trailingContent: "文書の終わりの後に「\(found)」があります。取り除いてください。"
        case .anchorNotAllowed: "アンカー(&)は使えません。値をそのまま書いてください。"
        case .aliasNotAllowed: "エイリアス(*)は使えません。値をそのまま書くか、文字列なら引用符で囲んでください。"
        case .tagNotAllowed: "タグ「\(found)」は使えません。取り除くか、文字列なら !!str と書いてください。"
        case .multipleDocuments: "ここから二つ目の文書が始まっています。ファイルを分けてください。"
        case .keyNotScalar: "見出しはコロンの前の文字列です。リスト、対応表、? は使わずに書いてください。"
        case .yamlSyntax: "YAML として読めません(\(found))。字下げ、コロン、引用符を確かめてください。"
        case .fieldCount: "この行の項目は \(found) 個、見出しは \(expected) 個です。カンマの過不足を直すか、引用符で囲んでください。"
        }
    }

    /// The expected tokens joined by a word, the named ones translated.
    private func needed(_ or: String, _ words: [String: String]) -> String {
        expected.split(separator: " | ").map { words[String($0)] ?? String($0) }.joined(separator: " \(or) ")
    }

    /// The named tokens in English.
    private static let englishWords = [
        "value": "a value", "string": "a string", "key": "a key in quotation marks", "digit": "a digit",
        "end": "the end of the line",
    ]
    /// The named tokens in Japanese.
    private static let japaneseWords = [
        "value": "値", "string": "文字列", "key": "引用符で囲んだ見出し", "digit": "数字", "end": "行末",
    ]
}
