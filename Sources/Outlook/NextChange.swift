import Plans
package import Runtime
import Values
package import Completions
package import Vocabulary

/// When an answer next changes by itself, all facts staying as they are.
package struct NextChange: Sendable, Hashable {
    /// A day, or a minute of one where the case is judged by an instant.
    package struct Moment: Sendable, Hashable, CustomStringConvertible {
        package let day: Int64
        package let minute: Int64?

        /// As programs write it: a day, or an instant in Japan.
        package var description: String {
            guard let date = CivilDate(dayNumber: Int(day)) else { return "" }
            return Instant(date: date, time: minute.flatMap { TimeOfDay(minutes: Int($0)) }).description
        }
    }

    /// What the decision comes to from then on.
    package struct Outcome: Sendable, Hashable {
        package let moment: Moment
        package let status: DecisionStatus
        /// Where it is determined.
        package let outcome: Int?
        /// The outcomes that are possible then.
        package let possible: OutcomeSet
    }

    /// Where the decision then stands.
    package struct Turn: Sendable, Hashable {
        package let moment: Moment
        /// The side that is then certain, by its number; nil where none is.
        package let side: Int?
    }

    /// The first moment at which other outcomes are possible.
    package let outcome: Outcome?
    /// The first moment at which another side is certain, or none any more.
    package let side: Turn?
    /// The first moment at which the outcome rests on other rules, where that comes earlier and is found within the searches.
    package let grounds: Moment?
    /// The last day that was looked at; `nil` where no day can change the answer.
    package let until: Int64?
    /// The last day that was looked at for the side; `nil` where no day can change it.
    package let sideUntil: Int64?
    /// Whether everything up to these days was looked through exactly; otherwise a change may be earlier, or there may be another.
    package let isComplete: Bool
    /// The same of the rules that the outcome rests on.
    package let groundsAreComplete: Bool

    /// No day changes the answer.
    static var never: Self { never(groundsAreComplete: true) }

    static func never(groundsAreComplete: Bool) -> Self {
        Self(outcome: nil, side: nil, grounds: nil, until: nil, sideUntil: nil, isComplete: true, groundsAreComplete: groundsAreComplete)
    }
}

/// How far ahead changes are looked for.
package enum Horizon {
    /// Days ahead: thirty years.
    package static let days: Int64 = 10_958
    /// The last day of the calendar, 9999-12-31.
    static let lastDay: Int64 = 2_932_896
    /// Exact searches for one answer; beyond them the day that was reached is said. Of what is open now, the day that matters is the one on
    /// which the missing facts are known: little is looked for.
    static func searches(isOpen: Bool) -> Int { isOpen ? 4 : 24 }
}

extension Solver {
    /// When the answer next changes, the facts staying as they are: first what can turn and when is collected, then these moments are tried.
    package func nextChange(_ decision: Place<Decision>, _ frame: FactFrame, _ now: Finding) -> NextChange {
        let day = frame[.asOf].value
        let last = min(day + Horizon.days, Horizon.lastDay)
        let points = ChangePoints(plan, frame, decision, constraints: nil, last: last)
        guard last > day else { return .never }
        var walk = ChangeWalk(self, decision, frame, points: points, last: last, now, grounds: primary(now))
        return walk.run()
    }
}
