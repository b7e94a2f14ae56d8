using System.Security.Cryptography;
using System.Text;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>Locks that belong to no row but to a session. Their names are the whole server's and at most 64 characters long.</summary>
internal static class NamedLocks
{
    /// <summary>The name for one database.</summary>
    public static string Name(string database, string purpose) =>
        $"flowengine.{purpose}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(database)))[..24]}";

    /// <summary>False where another session holds it, and does so until the wait is over.</summary>
    public static async Task<bool> TakeAsync(MySqlConnection session, string name, int seconds, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand("SELECT GET_LOCK(@name, @seconds)", session);
        command.Parameters.AddWithValue("name", name);
        command.Parameters.AddWithValue("seconds", seconds);
        return await command.ExecuteScalarAsync(cancellationToken) is 1 or 1L;
    }

    public static async Task ReleaseAsync(MySqlConnection session, string name, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand("DO RELEASE_LOCK(@name)", session);
        command.Parameters.AddWithValue("name", name);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
