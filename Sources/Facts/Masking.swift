package import Documents
package import Plans
import Runtime
import Vocabulary

extension FactReading {
    /// The facts as a document without the personal ones, and the names of those that were left out.
    ///
    /// What is not in the vocabulary as free of personal information does not get into the document: it is made anew from the other facts.
    package func withoutPersonal(_ plan: Plan) -> (document: JSONValue, hidden: [String]) {
        var frame = frame
        let personal = plan.facts.places.filter { plan.facts[$0].isPersonal }
        for fact in personal {
            guard let list = plan.facts[fact].list else {
                frame[fact] = .unknown
                continue
            }
            frame.change(list) { records in
                for record in 0..<records.recordCount { records[record, plan.fieldNumbers[fact.value]] = .unknown }
            }
        }
        let kept = given.filter { !plan.facts[$0.fact].isPersonal }
        let hidden = personal.filter { fact in given.contains { $0.fact == fact } }.map { plan.facts[$0].name }
        return (FactWriter(plan).document(frame, given: kept), hidden)
    }
}
