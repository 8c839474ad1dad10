/// A place in a list of `Element`: a number that cannot be mistaken for a place in another list.
package struct Place<Element>: Hashable, Sendable, Comparable {
    package let number: Int32

    package init(_ number: Int) {
        guard let number = Int32(exactly: number) else { preconditionFailure("a list has fewer than 2³¹ places, not \(number)") }
        self.number = number
    }

    /// The place as an integer.
    package var value: Int { Int(number) }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Array {
    package subscript(_ index: Place<Element>) -> Element { self[index.value] }

    package var places: Places<Element> { Places(count: count) }
}

/// The numbers of all elements of a list, in order.
package struct Places<Element>: RandomAccessCollection, Sendable {
    package typealias Indices = Range<Int>

    package let endIndex: Int

    init(count: Int) { endIndex = count }

    package var startIndex: Int { 0 }
    package var indices: Range<Int> { 0..<endIndex }
    package subscript(_ index: Int) -> Place<Element> { Place(index) }
    package func index(after index: Int) -> Int { index + 1 }
    package func index(before index: Int) -> Int { index - 1 }
    package func formIndex(after index: inout Int) { index += 1 }
    package func formIndex(before index: inout Int) { index -= 1 }
}
