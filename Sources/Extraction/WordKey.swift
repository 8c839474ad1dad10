/// The form in which words are compared: lower case, and without ー, which people leave out and add.
enum WordKey {
    static func key(_ word: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars where scalar != "ー" {
            scalars.append((0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar)
        }
        // ー alone, and words of one letter with it, stay.
        return scalars.isEmpty ? word : String(scalars)
    }

    /// The ends of a key, the whole first: 無線ルータ, 線ルータ, … A long one only from its last letters.
    static func ends(_ key: String) -> [Substring] {
        let longest = 24
        var ends: [Substring] = []
        var rest = key.count > longest ? key.suffix(longest) : key[...]
        if rest.count < key.count { ends.append(key[...]) }
        while !rest.isEmpty {
            ends.append(rest)
            rest = rest.dropFirst()
        }
        return ends
    }
}
