namespace FlowEngine.Conversations;

/// <param name="Configuration">Name of an AI configuration of the tenant; null: its default.</param>
/// <param name="MessageId">Under which provisional text is streamed; empty where nobody sees the answer.</param>
/// <param name="Stream">False where the answer must be checked before anybody sees it.</param>
public sealed record ModelRequest(
    TenantKey Tenant,
    ModelContext Context,
    string MessageId,
    string? Configuration = null,
    double? Temperature = null,
    int? MaxTokens = null,
    bool Stream = true)
{
    /// <summary>Nobody sees the answer: a node asks for itself.</summary>
    public bool IsQuestion => MessageId.Length == 0;

    /// <summary>All that the model is given, what tools gathered since included.</summary>
    public ModelContext Given => Tools?.Gathered ?? Context;

    /// <summary>Null where the model is offered no tools.</summary>
    public ToolOffer? Tools { get; init; }
}

/// <summary>The answer of the first model of the chain that gave one, or why none did.</summary>
/// <param name="Text">Null where every model failed, or where it only called tools.</param>
/// <param name="Usage">Of all attempts.</param>
/// <param name="FailureCode">Set where every model failed.</param>
/// <param name="Cause">One line a failed attempt, without prompt or personal data; for traces.</param>
public sealed record ModelReply(string? Text, ModelUsage Usage, string? FailureCode = null, string? Cause = null)
{
    /// <summary>The model asks for these before it answers; what it said before them is no answer.</summary>
    public IReadOnlyList<ModelToolCall> Calls { get; init; } = [];

    /// <summary>What the model thought before it answered, as much as a trace keeps; null where it shows none. Never for the user.</summary>
    public string? Thinking { get; init; }
}
