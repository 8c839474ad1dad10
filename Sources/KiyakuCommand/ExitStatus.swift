import ArgumentParser
import Completions
import Decisions

/// What must be certain for an exit code of 0.
enum ExitBasis: String, ExpressibleByArgument, CaseIterable {
    case outcome, side
}

/// The documented exit codes (docs/commands.md).
enum ExitStatus: Int32 {
    /// Tests failed, or a file is not in canonical form.
    case failed = 1
    case badInput = 2
    case badRules = 3
    case undetermined = 10
    case conflict = 11

    /// The code for the worst of several answers; `nil` where all are determined, or all that was asked for is certain.
    static func worst(_ answers: [Answer], by basis: ExitBasis) -> ExitStatus? {
        worst(answers.filter { basis == .outcome || $0.side == nil }.map(\.status))
    }

    static func worst(_ statuses: [DecisionStatus]) -> ExitStatus? {
        if statuses.contains(.conflict) { return .conflict }
        return statuses.contains(.undetermined) ? .undetermined : nil
    }

    /// Ends the command with the code.
    var exit: ExitCode { ExitCode(rawValue) }
}
