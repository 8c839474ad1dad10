/// The body of a request: the facts by group and name.
struct Inquiry: Decodable {
    let asOf: String?
    let facts: [String: Content]

    private enum CodingKeys: String, CodingKey {
        case asOf = "as_of"
        case facts
    }
}

/// A value whose type only the rules know.
enum Content: Codable {
    case truth(Bool)
    case text(String)
    case number(Double)
    case fields([String: Content?])
    case list([Content])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let truth = try? value.decode(Bool.self) {
            self = .truth(truth)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let fields = try? value.decode([String: Content?].self) {
            self = .fields(fields)
        } else if let list = try? value.decode([Content].self) {
            self = .list(list)
        } else {
            self = .number(try value.decode(Double.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .truth(let truth): try value.encode(truth)
        case .text(let text): try value.encode(text)
        case .number(let number): try value.encode(number)
        case .fields(let fields): try value.encode(fields)
        case .list(let list): try value.encode(list)
        }
    }
}
