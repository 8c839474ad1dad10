/// Texts longer than this, in scalars, are never compared: nobody misspells a name that long.
private let longestCompared = 64

/// How many insertions, deletions, replacements and swaps of neighbours (optimal string alignment) turn one text into
/// the other, counted in Unicode scalars; `nil` when more than `limit`, or when a text is longer than 64 scalars.
package func editDistance(_ left: String, _ right: String, limit: Int) -> Int? {
    let (left, right) = (Array(left.unicodeScalars.prefix(longestCompared + 1)), Array(right.unicodeScalars.prefix(longestCompared + 1)))
    return editDistance(left, right, limit: limit)
}

/// The distance between two texts given as scalars. Keeps two rows of the table: rows above them no longer matter.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    guard left.count <= longestCompared, right.count <= longestCompared, abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, other) in right.enumerated() {
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
            if row > 0, column > 0, scalar == right[column - 1], other == left[row - 1] { cost = min(cost, beforeLast[column - 1] + 1) }
            current.append(cost)
        }
        if let least = current.min(), least > limit { return nil }
        (beforeLast, last) = (last, current)
    }
    return last.last.flatMap { $0 <= limit ? $0 : nil }
}

/// The candidate that a misspelt name most likely means: at most a third of it differs (one scalar in a short name, three
/// in a long one), with case and width ignored. The first wins among equals; `nil` when none is near.
package func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = comparable(name)
    var limit = wanted.count < 2 ? 0 : min(3, max(1, wanted.count / 3))
    var best: String?
    for candidate in candidates {
        guard let distance = editDistance(wanted, comparable(candidate), limit: limit) else { continue }
        best = candidate
        guard distance > 0 else { break }
        limit = distance - 1
    }
    return best
}

/// The scalars that names are compared by.
private func comparable(_ name: String) -> [Unicode.Scalar] {
    Array(foldWidth(String(name.unicodeScalars.prefix(longestCompared + 1))).lowercased().unicodeScalars)
}
