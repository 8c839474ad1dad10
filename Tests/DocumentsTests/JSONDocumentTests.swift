import Documents
import Testing

@Suite("Documents that are made, not read")
struct JSONDocumentTests {
    @Test(
        "It is what would be read of its text",
        arguments: [
            JSONValue.null, true, .integer(-3), .number("1.50"), .number("1,5"), "字",
            .array([1, .null]), .object([("い", .object([("ろ", .array([]))])), ("は", false)]),
        ])
    func asRead(value: JSONValue) throws {
        #expect(JSONValue(DocumentNode(value)) == JSONValue(try DocumentFormat.json.read(Array(value.text().utf8))))
    }
}
