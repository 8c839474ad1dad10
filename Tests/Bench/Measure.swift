/// The shortest of several runs: what the machine's other work adds is left out.
func nanoseconds(per count: Int, runs: Int = 7, _ body: () -> UInt64) -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    var sink: UInt64 = 0
    for _ in 0..<runs {
        let time = clock.measure { sink &+= body() }
        best = min(best, Double(time.components.attoseconds) / 1e9 + Double(time.components.seconds) * 1e9)
    }
    // What is computed must be used, or the compiler leaves it out.
    if sink == 0x5EED { print("") }
    return best / Double(count)
}

func rounded(_ value: Double, _ digits: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * scale).rounded())
    if digits == 0 { return String(whole) }
    let part = String(whole % Int(scale))
    return "\(whole / Int(scale)).\(String(repeating: "0", count: digits - part.count))\(part)"
}
