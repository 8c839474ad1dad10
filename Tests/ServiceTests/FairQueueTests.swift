import Dispatch
import Service
import Synchronization
import Testing

/// What waits is held at a gate, so that the order says all and no clock does.
@Suite("Turns")
struct FairQueueTests {
    /// Lets pieces of work through one by one, and keeps their names.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)
        private let passed = Mutex<[String]>([])

        var names: [String] { passed.withLock { $0 } }

        func pass(_ name: String) {
            semaphore.wait()
            passed.withLock { $0.append(name) }
        }

        func open(_ count: Int) { for _ in 0..<count { semaphore.signal() } }
    }

    /// Waits until so much is in the line.
    private func wait(_ queue: FairQueue, _ count: Int) async throws {
        for _ in 0..<2_000 where queue.count != count { try await Task.sleep(for: .milliseconds(5)) }
        try #require(queue.count == count)
    }

    @Test("Another address is served before the second piece of the first")
    func turns() async throws {
        let (queue, gate) = (FairQueue("turns", mostOfOne: 9, most: 99), Gate())
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for (number, name) in ["a1", "a2", "a3", "b1", "b2", "c1"].enumerated() {
                group.addTask { await queue.run(String(name.prefix(1))) { gate.pass(name) } != nil }
                try await wait(queue, number + 1)
            }
            gate.open(6)
            for try await isDone in group { #expect(isDone) }
        }
        #expect(gate.names == ["a1", "b1", "c1", "a2", "b2", "a3"])
        #expect(queue.count == 0)
    }

    @Test("One address has so many places, and there are so many in all; what is refused is refused at once, and a place is free again when its work is done")
    func bounds() async throws {
        let (queue, gate) = (FairQueue("bounds", mostOfOne: 2, most: 3), Gate())
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for (number, address) in ["a", "a", "b"].enumerated() {
                group.addTask { await queue.run(address) { gate.pass(address) } != nil }
                try await wait(queue, number + 1)
            }
            // The gate is closed: these could not come back if they waited.
            #expect(await queue.run("a") { 1 } == nil)
            #expect(await queue.run("c") { 1 } == nil)
            gate.open(3)
            for try await isDone in group { #expect(isDone) }
        }
        #expect(await queue.run("a") { 1 } == 1)
    }
}
