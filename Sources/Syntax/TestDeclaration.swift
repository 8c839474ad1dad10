/// 試験.
package struct TestDeclaration: Sendable {
    /// What a decision should come to. What is `nil` is not looked at.
    package struct Expectation: Sendable {
        package enum Result: Sendable {
            case outcome(Name)
            case undetermined, conflict
        }
        package enum Side: Sendable {
            case named(Name)
            /// `側 なし`: no side is certain.
            case nothing
        }
        /// 通例: what should hold under usual circumstances.
        package enum Usual: Sendable {
            /// `通例 なし`: they settle nothing.
            case nothing
            /// - assumed: the facts that are taken for so, exactly; none where they are not looked at.
            case answer(result: Result?, side: Side?, assumed: [[Name]])
        }
        package var decision: Name
        package var result: Result?
        package var side: Side?
        package var usual: Usual?
        /// The primary grounds, exactly; none where they are not looked at.
        package var grounds: [ClauseMention] = []
        /// All grounds, primary or not, exactly; none where they are not looked at.
        package var allGrounds: [ClauseMention] = []
        package var span: TokenSpan
    }
    /// `期待 義務 名 期限 2026-05-31`, or `なし`.
    package struct NormExpectation: Sendable {
        package var kind: NormDeclaration.Kind
        package var name: Name
        package var applies: Bool
        package var deadline: ExpressionID?
        package var amount: ExpressionID?
        package var span: TokenSpan
    }
    package struct Examples: Sendable {
        package var inputs: [[Name]]
        package var outputs: [Name]
        package var rows: [TableDeclaration.Row]
        package var span: TokenSpan
    }
    package var label: Quoted
    package var asOf: ExpressionID?
    package var asOfTime: ExpressionID?
    package var assignments: [Assignment]
    package var expectations: [Expectation]
    package var norms: [NormExpectation] = []
    package var readings: [(interpretation: Name, reading: Name)] = []
    package var examples: Examples?
    package var span: TokenSpan
}
