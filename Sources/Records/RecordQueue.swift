/// Answers of many requests at a time, written to the disk together: a request waits for one synchronisation, not for those of the others.
package actor RecordQueue {
    /// Entries in one transaction.
    private static let most = 256

    private struct Waiting {
        let drafts: [RecordDraft]
        let continuation: CheckedContinuation<Result<[Int64], RecordFault>, Never>
    }

    private let log: RecordLog
    private var waiting: [Waiting] = []
    private var isWriting = false

    package init(_ log: RecordLog) { self.log = log }

    /// Records answers, all of them or none; when it returns they are on the disk.
    package func append(_ drafts: [RecordDraft]) async throws(RecordFault) -> [Int64] {
        let result = await withCheckedContinuation { continuation in
            waiting.append(Waiting(drafts: drafts, continuation: continuation))
            if !isWriting {
                isWriting = true
                Task { await drain() }
            }
        }
        return try result.get()
    }

    private func drain() async {
        while !waiting.isEmpty {
            var (taken, count) = (0, 0)
            while taken < waiting.count, taken == 0 || count + waiting[taken].drafts.count <= Self.most {
                count += waiting[taken].drafts.count
                taken += 1
            }
            let batch = Array(waiting.prefix(taken))
            waiting.removeFirst(taken)
            switch await Self.write(batch.map(\.drafts), log) {
            case .success(let numbers): for (one, own) in zip(batch, numbers) { one.continuation.resume(returning: .success(own)) }
            case .failure(let fault): for one in batch { one.continuation.resume(returning: .failure(fault)) }
            }
        }
        isWriting = false
    }

    /// One transaction, away from the actor, so that more can queue meanwhile.
    @concurrent
    private static func write(_ batch: [[RecordDraft]], _ log: RecordLog) async -> Result<[[Int64]], RecordFault> {
        do throws(RecordFault) {
            var numbers = try log.append(batch.flatMap(\.self))[...]
            return .success(
                batch.map { drafts in
                    defer { numbers = numbers.dropFirst(drafts.count) }
                    return Array(numbers.prefix(drafts.count))
                })
        } catch {
            return .failure(error)
        }
    }
}
