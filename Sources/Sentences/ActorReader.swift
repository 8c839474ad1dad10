/// Finds who did it.
struct ActorReader {
    let predication: Predication
    /// The predicate before in the chain.
    private let previous: Predication?

    init(_ predications: [Predication], _ drafts: [PredicateDraft], _ number: Int) {
        predication = predications[number]
        previous = number > 0 && predications[number - 1].position == .chained ? predications[number - 1] : nil
    }

    var actor: Actor {
        switch predication.diathesis {
        case .active, .causative: active
        case .passive: named([.by, .to, .from]) ?? .unstated
        case .received: named([.to, .from, .by]) ?? .unstated
        case .given: named([.subject, .from, .at]) ?? head ?? other(than: .topic) ?? .unstated
        }
    }

    private var active: Actor {
        let own = predication.arguments.filter { !$0.isInherited }
        if let subject = own.last(where: { $0.role == .subject }) {
            if let one = subject.participant { return .named(one) }
            // A thing does it: うちはルーターが動かない. What someone can or wants may be marked so too.
            if predication.moods.isDisjoint(with: [.wish, .ability]) { return named([.at]) ?? .unstated }
        }
        if let named = named([.at]), own.contains(where: { $0.role == .at && $0.participant != nil }),
            !own.contains(where: { $0.role == .topic && $0.participant != nil })
        {
            return named
        }
        if let named = named([.topic, .also], in: own) { return named }
        if Self.coming.contains(predication.lemma.base), let source = own.last(where: { $0.role == .from }), let one = source.participant { return .named(one) }
        if let head, !own.contains(where: { $0.role == .subject }) { return head }
        if let kept = predication.arguments.last(where: { $0.isInherited && $0.role == .topic }), let one = kept.participant { return .inherited(one) }
        if let previous, previous.diathesis == .active, !own.contains(where: { [.subject, .topic].contains($0.role) }),
            let one = previous.actor.participant ?? ActorReader.own(previous)
        {
            return .inherited(one)
        }
        return .unstated
    }

    /// The subject of a predication, if it is someone.
    private static func own(_ predication: Predication) -> Participant? {
        predication.arguments.last { $0.role == .subject }?.participant
    }

    private static let coming: Set<String> = ["来る", "届く", "連絡する", "電話する", "送る", "言う", "伝える", "かける", "提案する", "案内する", "派遣する", "通知する", "発送する", "返送する", "行う", "する"]

    private func named(_ roles: [Argument.Role], in arguments: [Argument]? = nil) -> Actor? {
        for role in roles {
            if let one = (arguments ?? predication.arguments).last(where: { $0.role == role && $0.participant != nil })?.participant { return .named(one) }
        }
        return nil
    }

    /// 設定を変えた業者.
    private var head: Actor? {
        predication.arguments.last { $0.role == .head }?.participant.map { .named($0) }
    }

    /// A topic who is not the writer's own side: given is given to the writer.
    private func other(than role: Argument.Role) -> Actor? {
        predication.arguments.last { $0.role == role && $0.participant != nil && $0.participant != .customer }?.participant.map { .named($0) }
    }
}
