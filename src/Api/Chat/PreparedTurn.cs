using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Chat;

/// <summary>A turn that nothing refuses any more, and the place in the conversation's queue that it holds.</summary>
public sealed record PreparedTurn(
    TurnInput Input,
    EngineName Engine,
    string Stage,
    ConversationHead Head,
    LoadedConversation? Before,
    TurnClaim? Claim,
    string Caller,
    string? IdempotencyKey,
    string BodyHash,
    IDisposable Place) : IDisposable
{
    public string EngineText => Engine == EngineName.V1 ? "v1" : "v2";

    /// <summary>What cancels the turn: its client's leaving, unless a key says that the client may come back for the answer.</summary>
    public CancellationToken CancelledBy(CancellationToken leaving) => IdempotencyKey is null ? leaving : CancellationToken.None;

    public void Dispose() => Place.Dispose();
}

/// <summary>The closed set of what may become of a request before its engine runs.</summary>
public abstract record Preparation
{
    private Preparation()
    {
    }

    public sealed record Ready(PreparedTurn Turn) : Preparation;

    /// <summary>The same request was answered before.</summary>
    public sealed record Answered(string ReplyJson) : Preparation;

    public sealed record Refused(Problems.ApiProblem Problem) : Preparation;
}
