package import Plans
package import Vocabulary

/// What a variable of the search stands for.
package enum VariableSource: Hashable {
    /// A fact outside lists, or of one record of a list.
    case fact(Place<Fact>, record: Int?)
    /// One member of a set fact.
    case member(Place<Fact>, record: Int?, code: Int)
    /// Whether a list has so many records that nobody has named, counted from 0.
    case further(Place<RecordList>, Int)
    /// Whether records that nobody has named would change what is asked of the list here.
    case others(Place<RecordList>, ConditionID, records: [Int])
    /// How far an event that is still to come, or what reference data would say if it were known, lies from another value.
    case order(OpenOrder)
}
