namespace FlowEngine.Chat.Turns;

/// <summary>The database did not take or give the data.</summary>
/// <param name="code"><c>database_locked</c>, <c>database_read_only</c>, <c>database_full</c> or <c>database_unavailable</c>.</param>
public sealed class StorageUnavailableException(string code, Exception inner)
    : Exception($"The database did not answer as it should ({code}).", inner)
{
    public string Code { get; } = code;
}
