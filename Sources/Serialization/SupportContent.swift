/// Until when things last, as of a day: the content of a page.
package struct SupportContent: Codable, Sendable, Equatable {
    package let action: String
    package let day: String
    package let dayText: String
    package let groups: [Group]

    /// A table with its picture.
    package struct Group: Codable, Sendable, Equatable {
        package let name: String
        package let title: String
        /// The name of the column of the ends.
        package let endName: String
        /// Nil where there is nothing to draw.
        package let picture: Picture?
        package let rows: [Row]
    }

    package struct Row: Codable, Sendable, Equatable {
        package let name: String
        package let end: String?
        package let others: String?
        package let state: String
        package let stateText: String
        package let source: String
    }

    /// Numbers are those of an SVG.
    package struct Picture: Codable, Sendable, Equatable {
        package let width: Int
        package let height: Int
        package let labelX: Int
        package let plotTop: Int
        package let plotBottom: Int
        /// Nil where the day is outside.
        package let todayX: Int?
        package let years: [Year]
        package let bars: [Bar]
    }

    package struct Year: Codable, Sendable, Equatable {
        package let x: Int
        package let text: String
    }

    package struct Bar: Codable, Sendable, Equatable {
        package let x: Int
        package let y: Int
        package let width: Int
        package let height: Int
        package let textY: Int
        package let label: String
        package let state: String
        package let title: String
    }
}
