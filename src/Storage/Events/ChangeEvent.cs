namespace FlowEngine.Storage.Events;

/// <summary>Something changed.</summary>
/// <param name="Sequence">Greater than that of events written before; one of a longer transaction may be seen later. 0: a conversation.</param>
/// <param name="TenantId">0: it concerns every tenant.</param>
/// <param name="Kind">What happened to which kind of thing: <c>flow.publish</c>.</param>
/// <param name="Id">The thing's id or name.</param>
/// <param name="Scope">The scope that a caller needs to hear of it.</param>
public sealed record ChangeEvent(
    long Sequence, long TenantId, string InstanceId, string Topic, string Kind, string Id, string Scope, DateTimeOffset At);
