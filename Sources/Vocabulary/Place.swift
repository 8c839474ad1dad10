/// A place in a list of `Element`: a number that cannot be mistaken for a place in another list.
package struct Place<Element>: Hashable, Sendable, Comparable {
    package let number: Int32

    package init(_ number: Int) { self.number = Int32(clamping: number) }

    /// The place as an integer.
    package var value: Int { Int(number) }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Array {
    package subscript(_ index: Place<Element>) -> Element { self[index.value] }

    /// All places in order.
    package var places: [Place<Element>] { indices.map { Place($0) } }
}
