/// The numbers of nodes by the hash of what they are: open addressing, never more than half full.
struct NodeTable {
    private var slots: [Int32] = Array(repeating: 0, count: 1 << 10)
    private var hashes: [UInt64] = Array(repeating: 0, count: 1 << 10)
    private var count = 0

    /// The node with this hash that satisfies the test. 0 marks an empty slot, as the constants are never looked up.
    func find(_ hash: UInt64, where matches: (Int32) -> Bool) -> Int32? {
        var place = start(hash)
        while slots[place] != 0 {
            if hashes[place] == hash, matches(slots[place]) { return slots[place] }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    mutating func insert(_ hash: UInt64, _ node: Int32) {
        if 2 * (count + 1) > slots.count { grow() }
        var place = start(hash)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = node
        hashes[place] = hash
        count += 1
    }

    private func start(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash >> 31) & UInt64(slots.count - 1)) }

    private mutating func grow() {
        let (oldSlots, oldHashes) = (slots, hashes)
        slots = Array(repeating: 0, count: oldSlots.count * 2)
        hashes = Array(repeating: 0, count: slots.count)
        count = 0
        for (place, node) in oldSlots.enumerated() where node != 0 { insert(oldHashes[place], node) }
    }
}

/// Results of operations by their operands; a later result may push out an earlier one.
struct OperationCache {
    private var keys: [UInt64] = Array(repeating: 0, count: 1 << 12)
    private var results: [Int32] = Array(repeating: 0, count: 1 << 12)
    private var stores = 0

    /// The kept result; keys are never 0, as operands that are constants need no table.
    subscript(_ key: UInt64) -> Int32? {
        get {
            let place = place(key)
            return keys[place] == key ? results[place] : nil
        }
        set {
            guard let newValue else { return }
            stores += 1
            if stores > keys.count, keys.count < 1 << 20 { grow() }
            let place = place(key)
            keys[place] = key
            results[place] = newValue
        }
    }

    private func place(_ key: UInt64) -> Int {
        let mixed = (key ^ key >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & UInt64(keys.count - 1))
    }

    private mutating func grow() {
        let (oldKeys, oldResults) = (keys, results)
        keys = Array(repeating: 0, count: oldKeys.count * 4)
        results = Array(repeating: 0, count: keys.count)
        for (old, key) in oldKeys.enumerated() where key != 0 {
            let place = place(key)
            keys[place] = key
            results[place] = oldResults[old]
        }
    }
}
