package import Diagnostics

/// A contract's text as the tree of its provisions.
package struct Outline: Sendable {
    /// What a node is.
    package enum Kind: String, Sendable {
        case chapter, article, paragraph, item, subitem, annex, section, service, row, note, definition, closing
    }

    /// A part of a provision that is cited by its own name: a proviso, a なお-sentence, the first or latter of two sentences.
    package struct Part: Sendable, Equatable {
        /// `15.2.proviso`
        package let id: String
        package let text: String
    }

    /// One node. Every character of the document that is not white space belongs to exactly one.
    package struct Node: Sendable {
        /// `40.1.3`
        package let id: String
        /// The IDs that it answers under besides, as a section does that two numbers share.
        package let also: [String]
        package let kind: Kind
        /// The number as it is written.
        package let marker: String
        package let heading: String
        package let text: String
        /// The first and last line of its own words.
        package let lines: ClosedRange<Int>
        /// The first and last line with all that is in it.
        package let span: ClosedRange<Int>
        package let parent: Int?
        package let parts: [Part]
        /// It has text, and nothing below it but notes carries the text on.
        package let isLeaf: Bool

        /// How many provisos it has.
        package var provisos: Int { parts.filter { $0.id.split(separator: ".").last?.hasPrefix("proviso") == true }.count }
    }

    package let nodes: [Node]
    package let findings: [TermsFinding]

    /// Whether nothing was found that leaves the outline as a whole in doubt.
    package var isReadable: Bool { !findings.contains { $0.isFatal } }

    /// Whether each node is what it seems to be, as far as reading can tell.
    package var isCertain: Bool { !findings.contains { $0.isFatal || $0.isDoubt } }

    /// The nodes by each ID that they answer under.
    package var byID: [String: Int] {
        var result: [String: Int] = [:]
        for (place, node) in nodes.enumerated() {
            for id in [node.id] + node.also where result[id] == nil { result[id] = place }
        }
        return result
    }
}

/// Something about a contract's text that keeps it from being read with confidence.
package struct TermsFinding: Sendable {
    package let code: DiagnosticCode
    package let lines: ClosedRange<Int>
    /// What is wrong: one sentence.
    package let message: Wording
    /// What to do about it: one sentence.
    package let help: Wording

    /// A node may say more than is its own, or stand elsewhere: a number or a heading may have been taken for text, or the other way
    /// round.
    package var isDoubt: Bool {
        switch code {
        case .itemNumbering, .doubtfulHeading, .strayNumber, .nestedList: true
        default: false
        }
    }

    /// The outline as a whole cannot be relied on.
    package var isFatal: Bool {
        switch code {
        case .noArticles, .interleavedColumns, .contractOnOneLine, .undecodableTerms, .termsTooLarge, .deepNesting: true
        default: false
        }
    }
}
