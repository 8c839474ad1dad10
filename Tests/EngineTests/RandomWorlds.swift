import Contract
import Values
import Vocabulary

/// Cases made at random, and the values that facts are given in them.
struct RandomWorlds {
    let contract: CheckedContract
    var dice: Dice

    init(_ contract: CheckedContract, seed: UInt64) {
        self.contract = contract
        dice = Dice(seed: seed)
    }

    /// A case of which each fact is unknown so many times in a hundred.
    mutating func world(unknown: Int, days: Range<Int> = RandomVocabulary.days.indices) -> World {
        let day = CivilDate(dice.pick(Array(RandomVocabulary.days[days]))).map { Int64($0.dayNumber) } ?? 0
        var world = World(contract, asOf: day, time: dice.chance(70) ? dice.pick([0, 539, 540, 1_049, 1_050, 1_440]) : nil)
        for fact in contract.facts.places.dropFirst(2) where contract.facts[fact].list == nil {
            world.facts[fact] = knowledge(contract.facts[fact], unknown: unknown)
        }
        for list in contract.lists.places {
            var records = World.Records()
            for _ in 0..<dice.number(0...3) {
                records.rows.append(
                    Dictionary(uniqueKeysWithValues: contract.lists[list].fields.map { ($0, knowledge(contract.facts[$0], unknown: unknown)) }))
            }
            records.isComplete = dice.chance(60)
            world.lists[list] = records
        }
        for interpretation in contract.interpretations.places where dice.chance(30) {
            world.readings[interpretation] = dice.number(0...contract.interpretations[interpretation].readings.count - 1)
        }
        return world
    }

    /// Something about a fact: mostly a value.
    mutating func knowledge(_ fact: Fact, unknown: Int) -> Knowledge {
        if fact.isDiscretion, dice.chance(60) { return .unexercised }
        if dice.chance(unknown) || fact.type == .text { return .unknown }
        if dice.chance(7) { return .inapplicable }
        if fact.type == .date, dice.chance(12) { return .pending }
        return value(fact.type)
    }

    /// All members of a set, a bit for each.
    static func members(_ of: Place<Enumeration>, _ contract: CheckedContract) -> UInt64 {
        UInt64.max >> UInt64(64 - contract.enumerations[of].cases.count)
    }

    mutating func value(_ type: FactType) -> Knowledge {
        guard case .set(let of) = type else { return .value(dice.pick(Grid.known(type, contract))) }
        let all = Self.members(of, contract)
        let yes = UInt64.random(in: 0...all, using: &dice)
        return .members(yes: yes, no: dice.chance(50) ? all & ~yes : UInt64.random(in: 0...all, using: &dice) & ~yes)
    }
}

/// For each type so many values that random rules cannot tell more apart.
enum Grid {
    /// Values to give to a fact, with room on both sides for the unknown facts that it is compared with.
    static func known(_ type: FactType, _ contract: CheckedContract) -> [Int64] {
        switch type {
        case .integer: (0...3).map { $0 * 1_000_000 }
        case .date: (-2...2).map { named + $0 }
        default: values(type, contract)
        }
    }

    static func values(_ type: FactType, _ contract: CheckedContract) -> [Int64] {
        switch type {
        case .bool: [0, 1]
        case .enumeration(let of): contract.enumerations[of].cases.indices.map { Int64($0) }
        case .integer: (-4...9).map { $0 * 1_000_000 }
        case .number: [0, 499_999, 500_000, 500_001, 511_999_999, 512_000_000, 512_000_001, 1_023_999_999, 1_024_000_000, 1_024_000_001]
        case .date: dates
        case .month: (-2...3).map { 2026 * 12 + $0 }
        case .time: [0, 539, 540, 541, 1_049, 1_050, 1_051, 1_440]
        case .version: versions
        case .set, .text: []
        }
    }

    private static let named = Almanac.number(2026, 1, 31)

    /// Days around those that rules name, and around the days a month from them.
    private static let dates: [Int64] = {
        let near = (-5...5).map { named + $0 }
        let months = (named - 35...named - 26).map { $0 } + (named + 25...named + 33).map { $0 }
        return
            (months + near + [
                Almanac.number(2020, 1, 1), Almanac.number(2019, 12, 31), named - 1_000, named + 1_000, Almanac.number(2026, 2, 10),
                Almanac.number(2026, 2, 11),
            ]).sorted()
    }()

    private static let versions: [Int64] = [
        "0.9", "1", "1.0.0.1", "1.1.65535.65535", "1.2", "1.2.5", "1.2.65535.65535", "1.3", "1.65535.65535.65535", "2", "2.0.0.1", "2.65535.65535.65535", "3",
    ]
    .compactMap { Version($0)?.packed }
}
