/// The stable codes of all findings. Each has a page `docs/diagnostics/CODE.md`, which is also its example and its test.
///
/// K1…: spelling and grammar. K2…: names and types. K3…: clauses, rules and decisions. K4…: tables and data. K5…: facts. K6…: lint.
/// K7…: contract documents. K8…: the record of answers.
package enum DiagnosticCode: String, Sendable, CaseIterable, Hashable {
    // Spelling and grammar.
    case invalidUTF8 = "K1001"
    case unexpectedCharacter = "K1002"
    case unterminatedString = "K1003"
    case unterminatedPattern = "K1004"
    case malformedNumber = "K1005"
    case fileTooLarge = "K1006"
    case unexpectedToken = "K1010"
    case missingToken = "K1011"
    case unclosedBrace = "K1012"
    case tooDeeplyNested = "K1013"
    case reservedWord = "K1014"
    case unknownAttribute = "K1015"
    case malformedClause = "K1016"

    // Names and types.
    case unknownName = "K2001"
    case duplicateName = "K2002"
    case typeMismatch = "K2003"
    case unitMismatch = "K2004"
    case unknownCase = "K2005"
    case impossibleValue = "K2006"
    case listOutsideQuantifier = "K2007"
    case notACondition = "K2008"
    case cyclicDefinition = "K2009"
    case invalidPattern = "K2010"
    case wrongArguments = "K2011"
    case unsupportedNesting = "K2012"
    case tooManyCases = "K2013"
    case divisionOutsideRounding = "K2014"

    // Clauses, rules, decisions.
    case unknownClause = "K3001"
    case duplicateClause = "K3002"
    case missingHeader = "K3003"
    case outsideClause = "K3004"
    case unknownOutcome = "K3005"
    case cyclicPrecedence = "K3006"
    case provisoWithoutBody = "K3007"
    case conflictingRules = "K3008"
    case unreachableOutcome = "K3009"
    case unknownReading = "K3010"
    case adoptedReading = "K3011"
    case unknownParty = "K3012"
    case missingPart = "K3013"
    case unreachableRule = "K3014"
    case usualNotAllowed = "K3015"
    case contradictoryBurden = "K3016"

    // Tables and reference data.
    case rowWidth = "K4001"
    case overlappingRows = "K4002"
    case missingRows = "K4003"
    case dataUnreadable = "K4004"
    case dataValue = "K4005"
    case dataIncomplete = "K4006"
    case tableHeader = "K4007"

    // Facts.
    case unreadableDocument = "K5001"
    case unknownKey = "K5002"
    case wrongValueType = "K5003"
    case unlistedValue = "K5004"
    case impossibleFact = "K5005"
    case factUnit = "K5006"
    case missingAsOf = "K5007"
    case incompleteDetermination = "K5008"
    case determinationParty = "K5009"
    case determinationDate = "K5010"
    case duplicateFact = "K5011"
    case listTooLong = "K5012"
    case brokenConstraint = "K5013"
    case otherContract = "K5014"
    case missingKey = "K5015"
    case eraNotation = "K5016"
    case unsettledConstraints = "K5017"

    // Lint.
    case factWithoutQuestion = "K6001"
    case clauseWithoutGist = "K6002"
    case unusedFact = "K6003"
    case unusedDefinition = "K6004"
    case normWithoutContent = "K6005"
    case askedOfNobody = "K6006"
    case askedOfSeveral = "K6007"
    case readingWithoutBurden = "K6008"
    case decisionWithoutPhrases = "K6009"
    case twiceNegated = "K6010"
    case lostWords = "K6011"

    // Contract documents.
    case noArticles = "K7001"
    case missingArticle = "K7002"
    case repeatedArticle = "K7003"
    case articleOrder = "K7004"
    case itemNumbering = "K7005"
    case interleavedColumns = "K7006"
    case contractOnOneLine = "K7007"
    case spacedCharacters = "K7008"
    case tableOfContents = "K7009"
    case undecodableTerms = "K7010"
    case doubtfulHeading = "K7011"
    case unreadTable = "K7012"
    case ambiguousNumber = "K7013"
    case termsTooLarge = "K7014"
    case strayNumber = "K7015"
    case nestedList = "K7016"
    case automaticNumbering = "K7017"
    case deepNesting = "K7018"

    // The record.
    case alteredEntry = "K8001"
    case missingEntry = "K8002"
    case movedEntry = "K8003"
    case forgedHead = "K8004"
    case missingContent = "K8005"
    case alteredContent = "K8006"
    case recordKey = "K8007"
    case unusableRecord = "K8008"
    case missingEdition = "K8009"
    case differentReplay = "K8010"
    case unexplainedReplay = "K8011"

    /// Errors keep the rules from running, warnings do not.
    package var severity: Severity {
        switch self {
        case .conflictingRules, .unreachableOutcome, .unreachableRule, .missingRows, .dataIncomplete, .factWithoutQuestion,
            .clauseWithoutGist, .normWithoutContent, .askedOfNobody, .askedOfSeveral, .readingWithoutBurden, .decisionWithoutPhrases, .twiceNegated, .lostWords,
            .missingArticle,
            .repeatedArticle, .articleOrder,
            .itemNumbering, .spacedCharacters,
            .tableOfContents, .doubtfulHeading, .unreadTable, .ambiguousNumber, .strayNumber, .nestedList, .automaticNumbering:
            .warning
        case .unusedFact, .unusedDefinition, .eraNotation, .unsettledConstraints:
            .advice
        default:
            .error
        }
    }
}
