/// What the endings of a predicate say.
struct Ending {
    var negations = 0
    var isPast = false
    var isOngoing = false
    var isPassive = false
    /// られる, which may also say that it is possible.
    var mayBeAbility = false
    /// たら, と: what follows may have happened then.
    var isWhen = false
    var isCausative = false
    var isReceived = false
    var isGiven = false
    var moods: Set<Mood> = []
    var isGuessed = false
    var isHearsay = false
    var position = Predication.Position.main
    /// か, or の with a question mark.
    var isAsked = false
    /// か within a sentence: …か分からない.
    var isAskedWithin = false
    /// The words after it are the noun that it says more of.
    var isBeforeNoun = false
    /// It happened before what follows: …てから, …後.
    var isBefore = false
    /// It had not happened when what follows did: …前に.
    var isAfter = false
    /// A verb that goes on in its stem or with て.
    var isOpenEnded = false
    /// An ending in its plain form has been read: what comes after says nothing of the time.
    var isTimeSettled = false
    /// くなる, ようになる: it has become so.
    var isChange = false
    /// The word after the ending.
    var end = 0

    var isDoubleNegation: Bool { negations >= 2 }
    var polarity: Polarity { negations % 2 == 0 ? .positive : .negative }
}
