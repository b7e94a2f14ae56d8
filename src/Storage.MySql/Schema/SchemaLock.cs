using FlowEngine.Storage.MySql.Connections;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>A lock of a session of its own, which the server lets go when the process dies.</summary>
internal sealed class SchemaLock : IAsyncDisposable
{
    /// <summary>A day: as long as any migration takes.</summary>
    private const int Patience = 86_400;

    private readonly MySqlConnection _session;

    private SchemaLock(MySqlConnection session) => _session = session;

    public static async Task<SchemaLock> TakeAsync(MySqlConnection session, string database, CancellationToken cancellationToken)
    {
        try
        {
            return await NamedLocks.TakeAsync(session, NamedLocks.Name(database, "schema"), Patience, cancellationToken)
                ? new(session)
                : throw new InvalidOperationException("Another process changes the schema and does not come to an end.");
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
