/// Works on blocks in parallel and hands on the results in the order of the blocks.
///
/// - Parameters:
///   - width: how many blocks are under way or waiting to be handed on, at most.
///   - next: the next block; `nil` at the end.
func inOrder<Block: Sendable, Done: Sendable>(
    width: Int, next: () throws -> Block?, work: @escaping @Sendable (Block) -> Done, take: (Done) async throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (number: Int, done: Done).self) { group in
        var (begun, taken) = (0, 0)
        var waiting: [Int: Done] = [:]
        var hasMore = true
        while true {
            while hasMore, begun - taken < width {
                guard let block = try next() else {
                    hasMore = false
                    break
                }
                let number = begun
                begun += 1
                group.addTask { (number, work(block)) }
            }
            guard let finished = try await group.next() else { return }
            waiting[finished.number] = finished.done
            while let done = waiting.removeValue(forKey: taken) {
                taken += 1
                try await take(done)
            }
        }
    }
}
