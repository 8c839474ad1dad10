/// The pages that there are; the raw value is the name of the template.
package enum Page: String, Sendable, CaseIterable {
    case applications, clause, contract, environment, fleet, inquiry, problem, record, records, support, workbench
    case contractSearch = "contract-search"
    case environmentCodes = "environment-codes"
    case signIn = "sign-in"
}
