import Synchronization

/// Counts for Prometheus (its text format 0.0.4).
final class Metrics: Sendable {
    private struct Series: Hashable {
        let name: String
        let labels: String
    }

    private struct State {
        var counts: [Series: Int] = [:]
        var seconds: [Series: (sum: Double, count: Int, buckets: [Int])] = [:]
    }

    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let state = Mutex(State())

    /// Adds one.
    func count(_ name: String, _ labels: KeyValuePairs<String, String>) {
        let series = Series(name: name, labels: Self.text(labels))
        state.withLock { $0.counts[series, default: 0] += 1 }
    }

    /// Adds a duration.
    func observe(_ name: String, _ labels: KeyValuePairs<String, String>, seconds: Double) {
        let series = Series(name: name, labels: Self.text(labels))
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        state.withLock { state in
            var own = state.seconds[series] ?? (0, 0, Array(repeating: 0, count: Self.bounds.count + 1))
            own.sum += seconds
            own.count += 1
            own.buckets[bucket] += 1
            state.seconds[series] = own
        }
    }

    /// All series, in order.
    var text: String {
        let state = state.withLock { $0 }
        var lines: [String] = []
        var head = ""
        func begin(_ name: String, _ type: String) {
            if head != name { lines.append("# TYPE \(name) \(type)") }
            head = name
        }
        for (series, count) in state.counts.sorted(by: { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }) {
            begin(series.name, "counter")
            lines.append("\(series.name){\(series.labels)} \(count)")
        }
        for (series, own) in state.seconds.sorted(by: { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }) {
            begin(series.name, "histogram")
            var sum = 0
            for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], own.buckets) {
                sum += count
                lines.append("\(series.name)_bucket{\(series.labels),le=\"\(bound)\"} \(sum)")
            }
            lines.append("\(series.name)_sum{\(series.labels)} \(own.sum)")
            lines.append("\(series.name)_count{\(series.labels)} \(own.count)")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func text(_ labels: KeyValuePairs<String, String>) -> String {
        labels.map { name, value in
            let escaped = value.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : $0 == "\n" ? "\\n" : "\($0)" }.joined()
            return "\(name)=\"\(escaped)\""
        }.joined(separator: ",")
    }
}
