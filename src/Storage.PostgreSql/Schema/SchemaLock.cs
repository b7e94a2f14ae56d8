using System.Globalization;
using FlowEngine.Storage.PostgreSql.Connections;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Schema;

/// <summary>A lock of a session of its own, which the server lets go when the process dies.</summary>
internal sealed class SchemaLock : IAsyncDisposable
{
    private static readonly string s_take = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_lock({AdvisoryLocks.Schema})");

    private readonly NpgsqlConnection _session;

    private SchemaLock(NpgsqlConnection session) => _session = session;

    public static async Task<SchemaLock> TakeAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand(s_take, session);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
