namespace FlowEngine.Storage.Schema;

/// <summary>Rows of <c>__EFMigrationsHistory</c>: ours beside those of the legacy system.</summary>
internal static class SchemaHistory
{
    /// <summary>Ends the id of each of our rows.</summary>
    public const string Own = "_FlowEngine";

    public static bool IsOwn(string id) => id.EndsWith(Own, StringComparison.Ordinal);
}
