import Clauses
import Diagnostics
import Syntax
import Values
import Vocabulary

/// Turns syntax trees into a checked contract. First it learns all names, then it reads what uses them, so that order means nothing.
struct Checker {
    let trees: [SyntaxTree]
    let data: [String: Result<DataFile, DataFault>]
    var contract = CheckedContract(title: ContractTitle(name: "", title: nil, edition: nil, effective: nil, parties: []))
    var diagnostics: [Diagnostic] = []

    // Names, and where they were declared.
    var enumerationNames: [String: Place<Enumeration>] = [:]
    var factNames: [String: Place<Fact>] = [:]
    var listNames: [String: Place<RecordList>] = [:]
    var decisionNames: [String: Place<Decision>] = [:]
    var ruleNames: [String: Place<Rule>] = [:]
    /// Rules by where their name, or their row, stands.
    var rulePlaces: [SourceRange: Place<Rule>] = [:]
    var interpretationNames: [String: Place<Interpretation>] = [:]
    var tableNames: [String: Place<ReferenceTable>] = [:]
    var definitionNames: [String: Place<Definition>] = [:]
    var clauseNames: [String: Place<Clause>] = [:]
    /// Where each name of the common name space was declared.
    var declared: [String: SourceRange] = [:]
    var clauseRanges: [SourceRange] = []
    var gistRanges: [String: SourceRange] = [:]
    var factRanges: [SourceRange] = []
    var listRanges: [SourceRange] = []
    var groupRanges: [SourceRange] = []
    /// Value tables and definitions wait here until someone needs their type.
    var pendingDefinitions: [PendingDefinition] = []
    var definitionStates: [DefinitionState] = []
    var definitionDepths: [Depth] = []
    var definitionStack: [Int] = []
    var pendingPremises: [(Place<Fact>, ExpressionID, tree: Int)] = []
    /// What 言い方 say of each fact or case, by its path.
    var sayings: [String: [Spelling]] = [:]
    /// Where each norm stands in the contract, by the place of its name.
    var normPlaces: [SourceRange: Int] = [:]
    var declaredCalendars: [Place<Fact>: SourceRange] = [:]
    /// The facts that a calendar tells on the days in its range.
    var calendars: [Place<Fact>: DesignatedDays] = [:]
    var usedFacts: Set<Place<Fact>> = []
    var usedDefinitions: Set<Place<Definition>> = []
    /// Names whose declaration is wrong: that they are unknown says nothing new.
    var lostNames: Set<String> = []

    /// The tree that the expressions being read belong to.
    var tree: Int = 0
    /// The lists whose records are in view.
    var scope: Set<Place<RecordList>> = []

    init(trees: [SyntaxTree], data: [String: Result<DataFile, DataFault>]) {
        self.trees = trees
        self.data = data
        lostNames = trees.reduce(into: []) { $0.formUnion($1.lostWords) }
    }

    mutating func run() {
        declareHeader()
        declareClauses()
        eachItem { checker, item in checker.gatherSayings(item) }
        eachItem { checker, item in checker.declareTypes(item) }
        eachItem { checker, item in checker.declareNames(item) }
        eachItem { checker, item in checker.checkSayings(item) }
        readCalendars()
        nameRules()
        checkPremises()
        checkGroups()
        resolveDefinitions()
        checkPremiseCircles()
        checkRules()
        stratify()
        // Where something is wrong, much looks unused or out of reach that is not.
        if !diagnostics.hasErrors, !trees.contains(where: \.diagnostics.hasErrors) { lint() }
    }

    // MARK: Trees

    var currentTree: SyntaxTree { trees[tree] }

    func expression(_ id: ExpressionID) -> Syntax.Expression { trees[tree][id] }

    func range(_ span: TokenSpan) -> SourceRange { trees[tree].range(span) }

    func range(_ id: ExpressionID) -> SourceRange { range(expression(id).span) }

    mutating func eachItem(_ visit: (inout Checker, Item) -> Void) {
        for index in trees.indices {
            tree = index
            for item in trees[index].items { visit(&self, item) }
        }
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if !isConsequence(diagnostic) { diagnostics.append(diagnostic) }
    }

    /// Whether a part of some declaration could not be read: that it is missing says nothing new.
    func isLost(_ parts: Keyword...) -> Bool {
        parts.contains { lostNames.contains($0.japanese) || lostNames.contains($0.english) }
    }

    /// Whether a finding only says that a name is missing whose declaration has a finding of its own.
    private func isConsequence(_ diagnostic: Diagnostic) -> Bool {
        guard !lostNames.isEmpty else { return false }
        switch diagnostic.code {
        case .unknownName, .unknownCase, .unknownOutcome, .unknownReading:
            let name = foldWidth(trees[Int(diagnostic.range.file.index)].file.text(diagnostic.range)).filter { !"「」\"".contains($0) }
            return lostNames.contains(name) || name.split(separator: ".").last.map { lostNames.contains(String($0)) } ?? false
        case .missingHeader:
            return isLost(.contract)
        default: return false
        }
    }

    // MARK: Header

    private mutating func declareHeader() {
        var first: SourceRange?
        var hasHeader = false
        eachItem { checker, item in
            guard case .contract(let header) = item else { return }
            hasHeader = true
            let range = checker.range(header.name.span)
            if let first {
                checker.report(ContractDiagnostics.duplicate(range, Wording("規約", "contract"), header.name.text, first: first))
                return
            }
            first = range
            var effective: Int64?
            if let id = header.effective {
                effective = checker.constant(id, .date)
            }
            checker.contract.title = ContractTitle(
                name: header.name.text, title: header.title?.text, edition: header.edition?.text, effective: effective,
                parties: header.parties.map { Party(name: $0.name.text, label: $0.label?.text) }, answering: header.answering?.text)
            _ = checker.party(header.answering)
        }
        // A file that was refused whole may hold it.
        if !hasHeader, !trees.contains(where: { $0.diagnostics.contains { $0.code == .fileTooLarge } }) {
            report(ContractDiagnostics.missingHeader(SourceRange(file: SourceID(0), start: 0, end: 0)))
        }
    }

    /// The name of a party of the header.
    mutating func party(_ name: Name?) -> String? {
        guard let name else { return nil }
        let parties = contract.title.parties.map(\.name)
        if !parties.contains(name.text), !parties.isEmpty {
            report(ContractDiagnostics.unknownParty(range(name.span), name.text, all: parties))
        }
        return name.text
    }

    // MARK: Clauses

    private mutating func declareClauses() {
        eachItem { checker, item in
            switch item {
            case .clause(let header): checker.declare(header)
            case .nonoperative(let mark):
                guard let last = checker.contract.clauses.indices.last else {
                    checker.report(ContractDiagnostics.outsideClause(checker.range(mark.span), "非規範"))
                    return
                }
                let place = checker.currentClauseDuringDeclaration ?? Place(last)
                checker.contract.clauses[place.value].nonoperative = mark.reason.text
            default: break
            }
        }
        currentClauseDuringDeclaration = nil
    }

    var currentClauseDuringDeclaration: Place<Clause>?

    private mutating func declare(_ header: ClauseHeader) {
        let id = header.clause.id
        let range = range(header.span)
        guard let clauseID = ClauseID(id) else { return }
        var citation = header.citation?.text ?? clauseID.citation
        if id.hasSuffix(".1"), let parent = clauseID.parent, soleArticles.contains(parent.text) { citation = parent.citation }
        if header.isSole { soleArticles.insert(id) }
        if let place = clauseNames[id] {
            currentClauseDuringDeclaration = place
            var clause = contract.clauses[place]
            if let gist = header.gist, clause.gist != nil, let first = gistRanges[id] {
                report(ContractDiagnostics.duplicateClause(self.range(gist.span), id, first: first))
            }
            clause.citation = header.citation?.text ?? clause.citation
            clause.heading = header.heading?.text ?? clause.heading
            clause.gist = clause.gist ?? header.gist?.text
            clause.also = header.also?.id ?? clause.also
            contract.clauses[place.value] = clause
        } else {
            let place = Place<Clause>(contract.clauses.count)
            clauseNames[id] = place
            currentClauseDuringDeclaration = place
            var clause = Clause(id: id, citation: citation, heading: header.heading?.text, gist: header.gist?.text, nonoperative: nil)
            clause.also = header.also?.id
            contract.clauses.append(clause)
            clauseRanges.append(range)
        }
        if let also = header.also { otherNumbers.append((also.id, id)) }
        if let gist = header.gist { gistRanges[id] = self.range(gist.span) }
    }

    var soleArticles: Set<String> = []

    /// The IDs that clauses answer under besides their own; few, and asked for with every mention of a clause.
    private var otherNumbers: [(also: String, id: String)] = []

    /// The ID under which the clause stands that a mention means.
    func primary(_ id: String) -> String {
        guard clauseNames[id] == nil, let other = otherNumbers.first(where: { id == $0.also || id.hasPrefix($0.also + ".") }) else { return id }
        return other.id + id.dropFirst(other.also.count)
    }

    /// The place of a clause that something mentions.
    mutating func clause(_ mention: ClauseMention?) -> Place<Clause>? {
        guard let mention else { return nil }
        if let place = clauseNames[primary(mention.id)] { return place }
        if !lostNames.contains(mention.id) { report(ContractDiagnostics.unknownClause(range(mention.span), mention.id)) }
        return nil
    }
}
