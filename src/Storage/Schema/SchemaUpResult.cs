namespace FlowEngine.Storage.Schema;

/// <param name="Before">The state that was found; where it is <see cref="SchemaState.Foreign"/> nothing was done.</param>
/// <param name="Applied">Names of the steps made now.</param>
/// <param name="Backup">Address of the verified copy; null where none was needed or wanted.</param>
public sealed record SchemaUpResult(SchemaStatus Before, IReadOnlyList<string> Applied, string? Backup)
{
    public bool IsRefused => Before.State == SchemaState.Foreign;
}
