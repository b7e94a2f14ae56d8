namespace FlowEngine.Storage.Sqlite.Turns;

internal static class Insert
{
    /// <summary>The statement whose parameters are called as the columns.</summary>
    public static string Into(string table, params ReadOnlySpan<string> columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns!)}) VALUES (@{string.Join(", @", columns!)})";
}
