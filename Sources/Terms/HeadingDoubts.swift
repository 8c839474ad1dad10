internal import Clauses
internal import Values

/// Lines that begin as an article or a chapter may, and were read as going on with the text before.
extension OutlineReader {
    /// The number of an article that a line begins with, where it may be a heading that was not read as one.
    mutating func articleDoubt(_ head: Head, _ index: Int, _ ending: Ending) -> String? {
        if ending != .cut, let words = head.beyondNumbers() { return words }
        guard ending != .cut, let (number, next) = head.plainArticle() else { return nil }
        let key = stack.first { $0.level == .root }.map { drafts[$0.draft].id } ?? ""
        let isDue = lastArticle[key].map { number.follows($0) } ?? true || suspectArticle.map { number.follows($0) } ?? false
        guard isHeading(head, next, ending, isDue, index) else { return nil }
        suspectArticle = number
        return number.citation
    }

    private func isHeading(_ head: Head, _ next: Int, _ ending: Ending, _ isDue: Bool, _ index: Int) -> Bool {
        let isNew = ending == .closed || ending == .open && isDue
        guard let after = head[next] else { return ending != .dangling }
        if head.isDeleted(behind: next) { return true }
        if let behind = head.closing(of: next) {
            // A heading in brackets; a reference goes on behind them.
            guard let rest = head[behind] else { return ending != .dangling || isDue }
            if head.isReference(at: behind) || head.isParticle(rest) || head.hasProvision(at: behind) || rest == "各" { return false }
            return ending != .dangling || isDue
        }
        let gap = head.gap(before: next)
        if gap > 0 {
            if head.hasProvision(at: next) || head.isReference(at: next) { return ending == .closed && isDue }
            if head.isParticle(after) { return isNew && isDue }
            return head.isWide(gapBefore: next) || gap > 1 ? ending != .dangling || isDue : isNew
        }
        if after == "." || after == "、" {
            let isShort = isHeadingLike(text.lines[index].scalars[head.place(next + 1)...])
            return after == "." ? isNew && isDue : ending == .closed && head[next + 1] != "第" && (isDue || isShort)
        }
        // Behind a bare number stands a reference, unless the number is due and no particle or the like follows.
        if head.hasProvision(at: next) || head.isReference(at: next) || "各但若前後本関所規違".unicodeScalars.contains(after) { return false }
        if ["より", "ただし書", "ほか", "など"].contains(where: { head.has($0, at: next) }) { return false }
        return isDue && (ending == .closed || ending == .open && !isHiragana(after))
    }

    /// 第1章 that is set off as a heading is, or stands on a line that looks like one.
    func divisionDoubt(_ head: Head, _ index: Int, _ ending: Ending) -> String? {
        guard ending != .cut, ending != .dangling, let reading = head.mark(), case .division(let rank, let number) = reading.mark,
            reading.isSetOff || isHeadingLike(text.lines[index].scalars[...])
        else { return nil }
        return "第\(number)" + ["編", "章", "節", "款", "目"][rank]
    }
}

extension Head {
    /// 第10000条: no number that is read.
    fileprivate func beyondNumbers() -> String? {
        guard self[0] == "第",
            let end = scalars.dropFirst().firstIndex(where: { KanjiNumeral.digit($0) == nil && !"〇一二三四五六七八九十百千万".unicodeScalars.contains($0) }),
            end > 1, self[end] == "条", number(at: 1).map({ $0.next < end }) ?? true
        else { return nil }
        return String(String.UnicodeScalarView(scalars[...end]))
    }

    /// 第1条 or 第1条の2, whatever follows.
    func plainArticle() -> (ArticleNumber, Int)? {
        guard self[0] == "第", let (value, unit) = number(at: 1), self[unit] == "条" else { return nil }
        var branches: [Int] = []
        var next = unit + 1
        while self[next] == "の", let (branch, behind) = number(at: next + 1) { (branches, next) = (branches + [branch], behind) }
        return (ArticleNumber(value, branches), next)
    }

    /// 及び第3条　削除: nothing is said of the articles but that they are gone.
    fileprivate func isDeleted(behind index: Int) -> Bool {
        var place = index
        while place < count, !has("削除", at: place), !has("(削除)", at: place) {
            if let joint = (Self.joints + ["、", "・", "~", "-"]).first(where: { has($0, at: place) }) {
                place += joint.unicodeScalars.count
            } else if self[place] == "第", let (_, unit) = number(at: place + 1), self[unit] == "条" {
                place = unit + 1
                while self[place] == "の", let (_, behind) = number(at: place + 1) { place = behind }
            } else {
                return false
            }
        }
        return place < count && place + 4 >= count
    }
}
