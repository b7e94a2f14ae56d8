namespace FlowEngine.Integrations.Wire;

/// <summary>A service reported an error within an answer that it had begun with status 200.</summary>
/// <param name="status">The HTTP status that says the same.</param>
public sealed class ReportedErrorException(int status) : Exception($"error {status}")
{
    public int Status { get; } = status;
}
