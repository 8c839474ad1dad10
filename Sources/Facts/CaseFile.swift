package import Completions
import Diagnostics
package import Documents
package import Plans
import Values
package import Vocabulary

/// A case with what it should come to: facts, expectations, a note.
package struct CaseFile: Sendable {
    /// What one decision should come to. What is `nil` is not looked at.
    package struct Expectation: Sendable, Hashable {
        package let decision: Place<Decision>
        package let status: DecisionStatus?
        package let outcome: Int?
        /// The number of the side that is certain, or nil where none is.
        package let side: Int??
        /// Nil inside where usual circumstances settle nothing.
        package let usual: ExpectedUsual??
        /// The outcomes that remain; a conflict is one past the last.
        package let possible: [Int]?
        /// The clause ids of the primary grounds, exactly.
        package let grounds: [String]?
        /// The clause ids of all grounds, primary or not, exactly.
        package let allGrounds: [String]?
        /// The names of facts and lists that are missing and decide.
        package let missing: [String]?
        /// Duties and charges that apply, or do not.
        package let norms: [ExpectedNorm]
        package let position: DocumentPosition
    }

    package let reading: FactReading
    /// Those that are without fault.
    package let expectations: [Expectation]
    package let note: String?
    /// Faults of the facts and of the expectations, in the order of the document.
    package let faults: [FactFault]

    /// Reads a case file; the plan's rules need not come to what it expects.
    package init(_ document: DocumentNode, reader: FactReader) {
        reading = reader.read(document)
        var expectations = ExpectationReader(plan: reader.plan)
        expectations.read(document)
        note = (document["note"] ?? document["備考"])?.string
        self.expectations = expectations.found
        faults = (reading.faults + expectations.faults).inReadingOrder
    }

    /// Reads one case file for a plan.
    package init(_ document: DocumentNode, plan: Plan) { self.init(document, reader: FactReader(plan: plan)) }
}
