import Documents
import Plans
import Values
import Vocabulary

/// Sets: `["A"]`, `{"A": true, "B": false, "C": null}`, `{"のみ": ["A"]}`; in a cell of a table `A; B`, `A、B`, `Aのみ`, `なし`.
extension ValueReader {
    func members(_ node: DocumentNode, _ of: Place<Enumeration>, _ spot: Spot) -> Result<FactContent, ValueFaults> {
        switch node.value {
        case .array(let elements): return mask(elements, of, spot.path).map { .members(yes: $0, no: 0) }
        case .object(let entries): return members(entries, of, spot)
        case .string(let text): return members(text, node, of, spot.path)
        default: return .failure(wrong(node, .set(of), spot))
        }
    }

    /// `A; B` and `A、B`: these are in. `Aのみ`: and no others. `なし`: none is in. What is the name of a case is one, whatever it looks like.
    private func members(_ text: String, _ node: DocumentNode, _ of: Place<Enumeration>, _ path: String) -> Result<FactContent, ValueFaults> {
        let codes = names[of.value]
        let written = foldWidth(text).trimmed
        if codes.code(written) == nil, written == "なし" { return .success(.members(yes: 0, no: plan.enumerations[of].mask)) }
        let isOnly = codes.code(written) == nil && written.hasSuffix("のみ")
        let list = isOnly ? String(written.dropLast(2)).trimmed : written
        let parts =
            codes.code(list) != nil
            ? [list]
            : list.split(separator: ";").flatMap { part -> [String] in
                let part = String(part).trimmed
                return codes.code(part) != nil ? [part] : part.split(separator: "、").map { String($0).trimmed }
            }
        let elements = parts.map { DocumentNode(value: .string($0), position: node.position) }
        return mask(elements, of, path).map { .members(yes: $0, no: isOnly ? plan.enumerations[of].mask & ~$0 : 0) }
    }

    /// A bit for each case that is named.
    private func mask(_ elements: [DocumentNode], _ of: Place<Enumeration>, _ path: String) -> Result<UInt64, ValueFaults> {
        var mask: UInt64 = 0
        var faults: [FactFault] = []
        for (number, element) in elements.enumerated() {
            switch choice(element, of, Spot(path: "\(path)[\(number + 1)]", position: element.position)) {
            case .success(let code): mask |= 1 << UInt64(code)
            case .failure(let found): faults += found.faults
            }
        }
        return faults.isEmpty ? .success(mask) : .failure(ValueFaults(faults))
    }

    private func members(_ entries: [DocumentMember], _ of: Place<Enumeration>, _ spot: Spot) -> Result<FactContent, ValueFaults> {
        let enumeration = plan.enumerations[of]
        var yes: UInt64 = 0
        var no: UInt64 = 0
        var seen: [Int: DocumentMember] = [:]
        var faults: [FactFault] = []
        for entry in entries {
            let place = Spot(path: "\(spot.path).\(entry.key)", position: entry.keyPosition)
            guard let code = names[of.value].code(entry.key) else {
                if Self.isOnly(entry.key), entries.count == 1 { return only(entry.value, of, spot) }
                let all = enumeration.cases.map(\.name)
                faults.append(
                    FactDiagnostics.unlisted(place, entry.key, of: enumeration.label ?? enumeration.name, nearest: nearest(to: entry.key, in: all), all: all))
                continue
            }
            if let first = seen[code] { faults.append(FactDiagnostics.duplicate(place, first: first.keyPosition)) }
            seen[code] = entry
            switch content(entry.value, .bool, at: place.path) {
            case .success(.value(let value)): if value == 1 { yes |= 1 << UInt64(code) } else { no |= 1 << UInt64(code) }
            case .success(.unknown): break
            case .success: faults += wrong(entry.value, .bool, place).faults
            case .failure(let found): faults += found.faults
            }
        }
        return faults.isEmpty ? .success(.members(yes: yes, no: no)) : .failure(ValueFaults(faults))
    }

    /// The members that are named, and no others.
    private func only(_ node: DocumentNode, _ of: Place<Enumeration>, _ spot: Spot) -> Result<FactContent, ValueFaults> {
        let path = "\(spot.path).のみ"
        guard case .array(let elements) = node.value else { return .failure(wrong(node, .set(of), Spot(path: path, position: node.position))) }
        return mask(elements, of, path).map { .members(yes: $0, no: plan.enumerations[of].mask & ~$0) }
    }

    private static func isOnly(_ key: String) -> Bool { ["のみ", "only"].contains(foldWidth(key).trimmed) }
}
