// swift-tools-version: 6.3
// Kiyaku: text → Syntax → Contract → Plans → Runtime → Decisions → Proofs → Explanation, Serialization.
// One folder a target; a target sees only what is listed beside it.

import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A target of ours with the house settings.
func room(_ name: String, sees dependencies: [Target.Dependency] = [], without excluded: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: excluded, swiftSettings: house)
}

/// The tests of one or more rooms.
func tests(_ name: String, sees dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

let package = Package(
    name: "kiyaku",
    products: [
        .library(name: "Kiyaku", targets: ["Kiyaku"]),
        .executable(name: "kiyaku", targets: ["KiyakuCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The C libraries, each seen by one room only.
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CMeCab", providers: [.apt(["libmecab-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),

        // Ground floor: values and words without a contract.
        room("Values"),
        room("Calendar", sees: ["Values"]),
        room("Clauses", sees: ["Values"]),
        room("Diagnostics", sees: ["Values"]),
        room("Patterns", sees: ["CPCRE2"]),
        room("Digests", sees: ["CSodium"]),
        room("Encodings", sees: ["CIconv"]),
        room("Documents", sees: [.product(name: "Yams", package: "Yams")]),
        room("Vocabulary"),

        // The language of callers, in nobody's words.
        room("Morphology", sees: ["CMeCab", "Digests"]),
        room("Sentences", sees: ["Morphology"]),
        room("Routing", sees: ["Vocabulary", "Diagnostics", "Morphology", "Sentences"]),

        // Contract documents, in nobody's words.
        room("Terms", sees: ["Values", "Clauses", "Diagnostics", "Digests"]),

        // The pipeline, in order.
        room("Syntax", sees: ["Values", "Clauses", "Diagnostics"]),
        room("Contract", sees: ["Values", "Clauses", "Diagnostics", "Syntax", "Patterns", "Vocabulary"]),
        room("Plans", sees: ["Values", "Vocabulary"]),
        room("Planning", sees: ["Vocabulary", "Contract", "Plans"]),
        room("PlanFiles", sees: ["Vocabulary", "Plans"]),
        room("Runtime", sees: ["Values", "Calendar", "Vocabulary", "Plans"]),
        room("Diagrams"),
        room("Completions", sees: ["Values", "Vocabulary", "Plans", "Runtime", "Diagrams"]),
        room("Norms", sees: ["Values", "Vocabulary", "Plans", "Runtime", "Completions"]),
        room("Outlook", sees: ["Values", "Vocabulary", "Plans", "Runtime", "Diagrams", "Completions"]),
        room("Decisions", sees: ["Values", "Vocabulary", "Plans", "Runtime", "Completions", "Norms", "Outlook"]),
        room("Proofs", sees: ["Values", "Vocabulary", "Plans", "Runtime", "Decisions"]),
        room(
            "Explanation",
            sees: [
                "Values", "Calendar", "Vocabulary", "Diagnostics", "Plans", "Runtime", "Completions",
                "Norms", "Outlook", "Decisions", "Proofs", .product(name: "Algorithms", package: "swift-algorithms"),
            ]),
        room(
            "Serialization",
            sees: [
                "Values", "Calendar", "Vocabulary", "Diagnostics", "Documents", "Plans", "Runtime", "Completions", "Norms", "Outlook", "Decisions", "Proofs",
                "Explanation", .product(name: "Algorithms", package: "swift-algorithms"),
            ]),

        // Beside the pipeline.
        room("Formatting", sees: ["Values", "Diagnostics", "Syntax"]),
        room(
            "Facts",
            sees: [
                "Values", "Vocabulary", "Diagnostics", "Documents", "Plans", "Runtime",
                "Completions", .product(name: "Algorithms", package: "swift-algorithms"),
            ]),
        room("Extraction", sees: ["Values", "Vocabulary", "Diagnostics", "Patterns", "Morphology", "Sentences"]),
        room("Detection", sees: ["Diagnostics", "Documents", "Patterns"]),
        room(
            "Interviews",
            sees: [
                "Values", "Vocabulary", "Diagnostics", "Plans", "Runtime", "Completions",
                "Decisions", .product(name: "Algorithms", package: "swift-algorithms"),
            ]),
        room("RuleTesting", sees: ["Values", "Vocabulary", "Diagnostics", "Contract", "Plans", "Runtime", "Completions", "Decisions", "Norms", "Facts"]),
        room("Coverage", sees: ["Vocabulary", "Syntax", "Contract", "Plans", "Planning", "Runtime", "Completions", "Decisions", "Norms", "RuleTesting"]),
        room(
            "Batch",
            sees: [
                "Values", "Vocabulary", "Diagnostics", "Documents", "Encodings", "Plans", "Runtime", "Completions", "Norms", "Decisions", "Outlook",
                "Explanation", "Serialization", "Facts", "Kiyaku",
            ]),

        room(
            "Forms",
            sees: [
                "Values", "Vocabulary", "Diagnostics", "Documents", "Plans", "Completions", "Decisions", "Explanation", "Serialization", "Extraction", "Facts",
            ]),

        // The one door.
        room(
            "Kiyaku",
            sees: [
                "Norms", "Proofs", "Values", "Vocabulary", "Clauses", "Diagnostics", "Digests", "Documents", "Syntax", "Contract", "Plans", "Planning",
                "PlanFiles", "Runtime", "Completions", "Decisions", "Detection", "Explanation", "Serialization", "Facts", "Extraction", "Interviews",
                "Morphology", "Routing",
                "RuleTesting", "Terms", "Coverage", "Encodings", .product(name: "SystemPackage", package: "swift-system"),
            ]),

        // Beyond the door: what is kept of answers.
        room(
            "Records",
            sees: [
                "Completions", "Decisions", "Diagnostics", "Digests", "Documents", "Facts", "Kiyaku", "Plans", "Values", "Vocabulary",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "SystemPackage", package: "swift-system"),
            ]),
        // What people see of them in a browser; the templates are read where the program runs.
        room(
            "Pages", sees: ["Diagnostics", "Digests", "Documents", .product(name: "Mustache", package: "swift-mustache")], without: ["Resources"]),
        room(
            "Service",
            sees: [
                .product(name: "Algorithms", package: "swift-algorithms"),
                "Batch", "Clauses", "Completions", "Decisions", "Detection", "Diagnostics", "Digests", "Documents", "Encodings", "Proofs", "Serialization",
                "Extraction", "Facts", "Forms",
                "Interviews", "Kiyaku", "Pages", "Records", "Routing", "RuleTesting", "Values", "Vocabulary",
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"), .product(name: "SystemPackage", package: "swift-system"),
            ]),

        .executableTarget(
            name: "KiyakuCommand",
            dependencies: [
                "Batch", "Coverage", "Digests", "Encodings", "Kiyaku", "Pages", "Records", "Service", "Values", "Vocabulary", "Diagnostics", "Documents",
                "Completions", "Decisions", "Formatting", "Facts",
                "Detection", "Extraction", "Interviews", "Routing",
                "RuleTesting", "Terms",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: house,
            // One program that needs no Swift where it runs, and starts without looking for libraries (docs/decisions/start-up.md).
            linkerSettings: [
                .unsafeFlags(["-static-stdlib"]), .linkedLibrary("CoreFoundation"), .linkedLibrary("_FoundationICU"), .linkedLibrary("_FoundationCShims"),
                .linkedLibrary("_FoundationCollections"), .linkedLibrary("stdc++"),
            ]),

        // Speed: `make bench`. It stands with the tests because it speaks of one contract.
        .executableTarget(
            name: "KiyakuBench",
            dependencies: [
                "Kiyaku", "Documents", "Values", "Vocabulary", "Detection", "Diagnostics", "Contract", "Plans", "Planning", "Runtime", "Completions",
                "Decisions",
                "RuleTesting", "Interviews", "Facts",
            ],
            path: "Tests/Bench", swiftSettings: house),

        // What whole answers cost: `make whole` compares them with those of an earlier commit.
        .executableTarget(
            name: "KiyakuWhole",
            dependencies: ["Kiyaku", "Documents", "Vocabulary", "Diagnostics", "Contract", "Plans", "Planning", "Runtime", "Decisions", "Facts"],
            path: "Tests/Whole", exclude: ["Before", "run.py"], swiftSettings: house),

        // Whether answers are what they were: `make same`.
        .executableTarget(
            name: "KiyakuSame",
            dependencies: [
                "Norms", "Batch", "Decisions", "Diagnostics", "Digests", "Documents", "Explanation", "Proofs", "Serialization", "Facts", "Kiyaku", "Pages",
                "Plans",
                "Records", "Runtime",
                "Service", "Values", "Vocabulary",
            ],
            path: "Tests/Same", exclude: ["run.sh", "digests"], swiftSettings: house),

        // Load: `make load` measures the service against it.
        .executableTarget(
            name: "BareHandler",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Tests/Load/BareHandler", swiftSettings: house),

        // Small contracts that tests write themselves.
        .target(
            name: "Samples",
            dependencies: ["Contract", "Decisions", "Diagnostics", "Documents", "Facts", "Kiyaku", "Plans", "Runtime", "Syntax", "Vocabulary"],
            path: "Tests/Samples", swiftSettings: house),

        // The tests, a target a room; engine and language take the whole house.
        tests(
            "BatchTests",
            sees: ["Batch", "Completions", "Decisions", "Diagnostics", "Documents", "Facts", "Kiyaku", "Plans", "Runtime", "Samples", "Values", "Vocabulary"]),
        tests("CompletionsTests", sees: ["Completions", "Diagrams", "Plans", "Runtime", "Samples", "Values", "Vocabulary"]),
        tests("ContractTests", sees: ["Contract", "Diagnostics", "Plans", "Samples", "Syntax", "Values", "Vocabulary"]),
        tests(
            "CoverageTests",
            sees: ["Diagnostics", "Contract", "Coverage", "Decisions", "Kiyaku", "Plans", "RuleTesting", "Samples", "Syntax", "Vocabulary"]),
        tests("DecisionsTests", sees: ["Completions", "Decisions", "Norms", "Outlook", "Plans", "Runtime", "Samples", "Values", "Vocabulary"]),
        tests("DiagnosticsTests", sees: ["Diagnostics"]),
        tests(
            "KiyakuTests",
            sees: [
                "Completions", "Facts",
                "Extraction", "Interviews",
                "Contract", "Coverage", "Decisions", "Diagnostics", "Documents", "Kiyaku", "PlanFiles", "Plans", "RuleTesting", "Samples", "Serialization",
                "Syntax", "Values", "Vocabulary",
            ]),
        tests("NormsTests", sees: ["Completions", "Norms", "Plans", "Runtime", "Samples", "Values", "Vocabulary"]),
        tests("OutlookTests", sees: ["Completions", "Outlook", "Plans", "Runtime", "Samples", "Values", "Vocabulary"]),
        tests("PlanFilesTests", sees: ["PlanFiles", "Plans", "Runtime", "Samples", "Vocabulary"]),
        tests("PlanningTests", sees: ["Contract", "Planning", "Plans", "Runtime", "Samples", "Vocabulary"]),
        tests("PlansTests", sees: ["Plans", "Runtime", "Samples", "Vocabulary"]),
        tests("ProofsTests", sees: ["Decisions", "Plans", "Proofs", "Runtime", "Samples", "Vocabulary"]),
        tests(
            "RuleTestingTests", sees: ["Completions", "Documents", "Contract", "Decisions", "Facts", "RuleTesting", "Runtime", "Samples", "Vocabulary"]),
        tests("RuntimeTests", sees: ["Plans", "Runtime", "Samples", "Values", "Vocabulary"]),
        tests(
            "SerializationTests",
            sees: [
                "Completions", "Decisions", "Diagnostics", "Documents", "Norms", "Plans", "Proofs", "Samples", "Serialization", "Values",
                "Vocabulary",
            ]),
        tests("SyntaxTests", sees: ["Diagnostics", "Syntax"]),
        tests("VocabularyTests", sees: ["Vocabulary"]),
        tests("CalendarTests", sees: ["Calendar", "Values"]),
        tests("ClausesTests", sees: ["Clauses"]),
        tests("CommandTests", sees: []),
        tests("DataTests", sees: ["Documents", "Values"]),
        tests("DetectionTests", sees: ["Detection", "Diagnostics"]),
        tests("DiagramsTests", sees: ["Diagrams"]),
        tests("DigestsTests", sees: ["Digests"]),
        tests("DocumentsTests", sees: ["Documents"]),
        tests("EncodingsTests", sees: ["Encodings"]),
        tests(
            "EngineTests",
            sees: [
                "Contract", "Completions", "Decisions", "Diagrams", "Norms", "Outlook", "Diagnostics", "Documents", "Facts", "Planning", "Plans", "Runtime",
                "Syntax", "Values", "Vocabulary",
            ]),
        tests(
            "ExplanationTests",
            sees: [
                "Decisions", "Diagnostics", "Documents", "Explanation", "Norms", "Plans", "Proofs", "Runtime", "Samples", "Serialization", "Values",
                "Vocabulary",
            ]),
        tests("ExtractionTests", sees: ["Diagnostics", "Extraction", "Patterns", "Values", "Vocabulary"]),
        tests(
            "FactsTests",
            sees: [
                "Completions", "Contract", "Decisions", "Diagnostics", "Documents", "Facts", "Planning", "Plans", "Runtime", "Syntax", "Values", "Vocabulary",
            ]),
        tests("FormattingTests", sees: ["Diagnostics", "Formatting", "Syntax", "Values"]),
        tests(
            "FormsTests",
            sees: [
                "Completions", "Contract", "Decisions", "Diagnostics", "Documents", "Extraction", "Facts", "Forms", "Planning", "Plans", "Proofs", "Runtime",
                "Serialization", "Syntax", "Vocabulary",
            ]),
        tests("HouseTests", sees: []),
        tests(
            "InterviewsTests",
            sees: ["Contract", "Completions", "Decisions", "Diagnostics", "Interviews", "Planning", "Plans", "Runtime", "Syntax", "Values", "Vocabulary"]),
        tests(
            "LanguageTests",
            sees: [
                "Batch", "Completions", "Norms", "Contract", "Decisions", "Diagnostics", "Documents", "Explanation", "Proofs", "Facts", "Kiyaku", "PlanFiles",
                "Plans",
                "RuleTesting", "Runtime", "Syntax",
                "Terms", "Vocabulary",
            ]),
        tests("MorphologyTests", sees: ["Digests", "Morphology"]),
        tests("PagesTests", sees: ["Diagnostics", "Pages"]),
        tests("PatternsTests", sees: ["Patterns"]),
        tests(
            "RecordsTests",
            sees: ["Diagnostics", "Digests", "Documents", "Kiyaku", "Records", "Values", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("RoutingTests", sees: ["Morphology", "Routing", "Vocabulary"]),
        tests("SentencesTests", sees: ["Morphology", "Sentences"]),
        tests(
            "ServiceTests",
            sees: ["Detection", "Diagnostics", "Digests", "Documents", "Kiyaku", "Pages", "Plans", "Records", "Service", "Values", "Vocabulary"]),
        tests("TermsTests", sees: ["Diagnostics", "Digests", "Terms"]),
        tests("ValuesTests", sees: ["Values"]),
    ]
)
