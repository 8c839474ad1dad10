import Values

extension Question.Option {
    /// Whether words are its name or its label, whatever their width and case.
    func isCalled(_ words: String) -> Bool { spellings.contains(words.comparable) }

    /// Whether its name or its label begins with the words.
    func begins(with words: String) -> Bool { spellings.contains { $0.hasPrefix(words.comparable) } }

    private var spellings: [String] { ([name] + (label.map { [$0] } ?? [])).map(\.comparable) }
}

extension String {
    fileprivate var comparable: String { foldWidth(self).lowercased() }
}

extension AnswerReader {
    /// One option, by its name, its number, or a beginning that no other option has.
    func option(_ words: String, _ options: [Question.Option]) -> Result<Question.Option, AnswerFault> {
        if let option = options.first(where: { $0.isCalled(words) }) { return .success(option) }
        if words.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) {
            if let option = options.first(where: { String($0.number) == words }) { return .success(option) }
            return .failure(.outOfRange(words, question))
        }
        let fitting = options.filter { $0.begins(with: words) }
        guard let first = fitting.first else { return .failure(.notUnderstood(words, question)) }
        return fitting.count == 1 ? .success(first) : .failure(.ambiguous(words, fitting))
    }

    /// Any number of options. The others are out, unless the answer says that they are not known: `1,3,?`.
    func members(_ words: String, _ options: [Question.Option]) -> Result<Response, AnswerFault> {
        if let option = options.first(where: { $0.isCalled(words) }) { return .success(some(1 << UInt64(option.code), isPartial: false)) }
        let lower = words.lowercased()
        if Words.none.contains(lower) { return .success(some(0, isPartial: false)) }
        if Words.all.contains(lower) { return .success(some(question.mask, isPartial: false)) }
        var yes: UInt64 = 0
        var isPartial = false
        for part in parts(words) {
            if Words.unknown.contains(part.lowercased()) || Words.rest.contains(part) {
                isPartial = true
                continue
            }
            switch option(part, options) {
            case .success(let option): yes |= 1 << UInt64(option.code)
            case .failure(let fault): return .failure(fault)
            }
        }
        return .success(some(yes, isPartial: isPartial))
    }

    /// None of the options, some of them, or which; what is not named stays open.
    func group(_ words: String, _ options: [Question.Option]) -> Result<Response, AnswerFault> {
        if let option = options.first(where: { $0.isCalled(words) }) { return .success(.members(yes: 1 << UInt64(option.code), no: 0)) }
        let lower = words.lowercased()
        if Words.noneOfGroup.contains(lower) { return .success(.value(1)) }
        if Words.someOfGroup.contains(lower) { return .success(.value(0)) }
        var yes: UInt64 = 0
        for part in parts(words) where !Words.unknown.contains(part.lowercased()) && !Words.rest.contains(part) {
            switch option(part, options) {
            case .success(let option): yes |= 1 << UInt64(option.code)
            case .failure(let fault): return .failure(fault)
            }
        }
        return yes == 0 ? .failure(.notUnderstood(words, question)) : .success(.members(yes: yes, no: 0))
    }

    private func some(_ yes: UInt64, isPartial: Bool) -> Response { .members(yes: yes, no: isPartial ? 0 : question.mask & ~yes) }

    /// Names may have spaces in them, so spaces part numbers only.
    private func parts(_ words: String) -> [String] {
        let parts = words.split(whereSeparator: { ",、;".contains($0) }).map { String($0).trimmed }.filter { !$0.isEmpty }
        let isNumbers = words.allSatisfy { "0123456789? ,、;".contains($0) }
        return isNumbers ? parts.flatMap { $0.split(separator: " ").map { String($0) } } : parts
    }
}
