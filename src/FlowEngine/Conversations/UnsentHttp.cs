namespace FlowEngine.Conversations;

/// <summary>Sends nothing and answers as if it had been taken (204): for try-outs and candidates, whose effects are recorded, not performed.</summary>
public sealed class UnsentHttp : IOutgoingHttp
{
    public static UnsentHttp Instance { get; } = new();

    public ValueTask<OutgoingAnswer> SendAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        new(new OutgoingAnswer(204, Value.Null, false));
}
