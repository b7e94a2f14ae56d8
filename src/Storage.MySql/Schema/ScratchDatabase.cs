using System.Globalization;
using FlowEngine.Storage.MySql.Connections;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>Where temporary tables can be made: in our database, or while that does not exist in one that goes with this.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly string? _made;

    private ScratchDatabase(MySqlConnection connection, string? made) => (Connection, _made) = (connection, made);

    public MySqlConnection Connection { get; }

    public static async Task<ScratchDatabase> OpenAsync(MySqlConnections connections, CancellationToken cancellationToken)
    {
        try
        {
            return new(await connections.OpenOwnAsync(cancellationToken), made: null);
        }
        catch (MySqlException missing) when (MySqlFaults.IsMissingDatabase(missing))
        {
            var connection = await connections.OpenServerAsync(cancellationToken);
            var made = string.Create(CultureInfo.InvariantCulture, $"flowengine_scratch_{Guid.NewGuid():N}");
            await connection.ExecuteAsync($"CREATE DATABASE {made}; USE {made}", cancellationToken);
            return new(connection, made);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_made is not null)
        {
            await Connection.ExecuteAsync($"DROP DATABASE {_made}", CancellationToken.None);
        }

        await Connection.DisposeAsync();
    }
}
