namespace FlowEngine.Conversations;

public enum EffectKind
{
    /// <summary>Changes nothing that lasts.</summary>
    None,

    /// <summary>A row that commits with the turn.</summary>
    Stored,

    /// <summary>A call to the outside.</summary>
    External,
}

/// <summary>A lasting effect that a node intends; the effect ledger records what became of it.</summary>
/// <param name="Type">What kind of thing: <c>lead</c>.</param>
/// <param name="Key">Turn, node and attempt: the same effect has the same key when the turn is sent again.</param>
public sealed record EffectIntent(EffectKind Kind, string Type, string NodeId, string Key, Value Payload)
{
    /// <summary>The payload as the ledger keeps it, without what is personal; null: it holds nothing of the kind.</summary>
    public Value? Kept { get; init; }

    /// <summary>JSON of what the ledger keeps.</summary>
    public string KeptJson => (Kept ?? Payload).ToJson();
}
