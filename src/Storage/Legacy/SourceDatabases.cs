namespace FlowEngine.Storage.Legacy;

/// <summary>The kinds of database that this build can read.</summary>
public sealed class SourceDatabases(IEnumerable<ISourceDatabase> kinds)
{
    /// <exception cref="InvalidDataException">No kind takes the connection string.</exception>
    public ISourceDatabase Of(string connection) =>
        kinds.FirstOrDefault(kind => kind.Takes(connection)) ?? throw new InvalidDataException(
            connection.Contains("server=", StringComparison.OrdinalIgnoreCase)
                ? "The connection string names a MySQL server, which this build cannot read: build it without -p:EfCore=10, or import a dump (--from-dump FILE)."
                : "The connection string names no database that can be read: give the path of a SQLite file, or one with 'Data Source=' or 'Host='.");
}
