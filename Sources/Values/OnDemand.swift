import Synchronization

/// A list whose elements are made when they are first asked for, and kept. Two threads may make one at a time; what the first made stays.
package struct OnDemand<Element: AnyObject & Sendable>: Sendable {
    private final class Slot: Sendable {
        private let kept = AtomicLazyReference<Element>()
        private let make: @Sendable () -> Element

        init(_ make: @escaping @Sendable () -> Element) { self.make = make }

        var element: Element { kept.load() ?? kept.storeIfNil(make()) }
    }

    private let slots: [Slot]

    /// An empty list.
    package init() { slots = [] }

    /// - Parameter make: makes the element of a number, the same one each time.
    package init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
        slots = (0..<count).map { number in Slot { make(number) } }
    }

    package subscript(_ number: Int) -> Element { slots[number].element }
}
