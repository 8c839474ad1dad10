package import Diagnostics
package import Encodings
package import Kiyaku
package import Plans
package import Values
package import Vocabulary

/// How results are written.
package enum ResultNotation: String, Sendable, CaseIterable {
    /// The table that came in with columns added; opens in a spreadsheet.
    case csv
    /// One document with all results and the summary.
    case json
    /// A document on each line.
    case ndjson
}

/// What is to be done with a file of cases.
package struct BatchRequest: Sendable, Bilingual {
    /// The rules that answer.
    package let edition: Edition
    package let decisions: [Place<Decision>]
    /// The day to judge by whatever the cases say, and where they say nothing.
    package let asOf: Instant?
    package let defaultAsOf: Instant
    package let input: CaseNotation
    package let encoding: TextEncoding?
    package let output: ResultNotation
    /// Whether columns that are no facts are carried along.
    package let carriesUnknown: Bool
    package let language: MessageLanguage
    /// How many cases are judged at once.
    package let workers: Int

    package init(
        edition: Edition, decisions: [Place<Decision>], asOf: Instant?, defaultAsOf: Instant, input: CaseNotation, encoding: TextEncoding?,
        output: ResultNotation, carriesUnknown: Bool, language: MessageLanguage, workers: Int
    ) {
        self.edition = edition
        self.decisions = decisions
        self.asOf = asOf
        self.defaultAsOf = defaultAsOf
        self.input = input
        self.encoding = encoding
        self.output = output
        self.carriesUnknown = carriesUnknown
        self.language = language
        self.workers = workers
    }

    /// What results are put into words with.
    package var plan: Plan { edition.quoting }
}
