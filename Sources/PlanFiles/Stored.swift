import Vocabulary

/// What can stand in a file of a plan.
protocol Stored {
    func write(to file: inout ByteWriter)
    init(from file: inout ByteReader) throws(PlanFileError)
}

extension Int: Stored {
    func write(to file: inout ByteWriter) { file.add(Int64(self)) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(try file.number()) }
}

extension Int32: Stored {
    func write(to file: inout ByteWriter) { file.add(Int64(self)) }
    init(from file: inout ByteReader) throws(PlanFileError) {
        guard let number = Int32(exactly: try file.number()) else { throw PlanFileError.malformed }
        self = number
    }
}

extension UInt8: Stored {
    func write(to file: inout ByteWriter) { file.add(Int64(self)) }
    init(from file: inout ByteReader) throws(PlanFileError) {
        guard let number = UInt8(exactly: try file.number()) else { throw PlanFileError.malformed }
        self = number
    }
}

extension Int64: Stored {
    func write(to file: inout ByteWriter) { file.add(self) }
    init(from file: inout ByteReader) throws(PlanFileError) { self = try file.number() }
}

extension UInt64: Stored {
    func write(to file: inout ByteWriter) { file.add(Int64(bitPattern: self)) }
    init(from file: inout ByteReader) throws(PlanFileError) { self.init(bitPattern: try file.number()) }
}

extension Bool: Stored {
    func write(to file: inout ByteWriter) { file.add(self ? 1 : 0) }
    init(from file: inout ByteReader) throws(PlanFileError) {
        let number = try file.number()
        guard number == 0 || number == 1 else { throw PlanFileError.malformed }
        self = number == 1
    }
}

extension String: Stored {
    func write(to file: inout ByteWriter) { file.add(self) }
    init(from file: inout ByteReader) throws(PlanFileError) { self = try file.text() }
}

extension Optional: Stored where Wrapped: Stored {
    func write(to file: inout ByteWriter) {
        file.add(self == nil ? 0 : 1)
        self?.write(to: &file)
    }

    init(from file: inout ByteReader) throws(PlanFileError) { self = try (file.next() as Bool) ? .some(file.next()) : .none }
}

extension Array: Stored where Element: Stored {
    func write(to file: inout ByteWriter) {
        file.add(Int64(count))
        for element in self { element.write(to: &file) }
    }

    init(from file: inout ByteReader) throws(PlanFileError) {
        let count = try file.count()
        self.init()
        reserveCapacity(Swift.min(count, 1 << 16))
        for _ in 0..<count { append(try file.next()) }
    }
}

extension Place: Stored {
    func write(to file: inout ByteWriter) { number.write(to: &file) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        let number: Int32 = try file.next()
        guard number >= 0 else { throw PlanFileError.malformed }
        self.init(Int(number))
    }
}

extension RawRepresentable where RawValue: Stored {
    func write(to file: inout ByteWriter) { rawValue.write(to: &file) }

    init(from file: inout ByteReader) throws(PlanFileError) {
        guard let value = Self(rawValue: try file.next()) else { throw PlanFileError.malformed }
        self = value
    }
}
