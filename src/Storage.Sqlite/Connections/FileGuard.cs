using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>Keeps contexts from a damaged file and from one that is not at the path any more: their connections are pooled, open.</summary>
internal sealed class FileGuard(SqliteConnections connections) : DbConnectionInterceptor
{
    private int _number;

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        connections.File.Demand();
        ClearPool();
        connections.Damage.ThrowIfFound();
        return result;
    }

    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await connections.File.EnsureAsync(cancellationToken);
        ClearPool();
        connections.Damage.ThrowIfFound();
        return result;
    }

    private void ClearPool()
    {
        var number = connections.File.Number;
        if (Interlocked.Exchange(ref _number, number) != number)
        {
            using var any = new SqliteConnection(connections.ContextConnectionString);
            SqliteConnection.ClearPool(any);
        }
    }
}
