using System.Globalization;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>The database has no shared locks of a session, so each process that serves holds one of a row of numbered locks.</summary>
internal static class LifeLocks
{
    /// <summary>As many processes on one database.</summary>
    private const int Places = 250;

    /// <summary>Seconds for which one that starts waits for others that do.</summary>
    private const int Patience = 60;

    /// <param name="alone">Run where no other process lives, before others can start.</param>
    public static async Task TakeAsync(MySqlConnection session, string database, Func<Task>? alone, CancellationToken cancellationToken)
    {
        var entrance = NamedLocks.Name(database, "start");
        if (!await NamedLocks.TakeAsync(session, entrance, Patience, cancellationToken))
        {
            throw new InvalidOperationException($"Another process that starts on the database '{database}' does not go on.");
        }

        var free = await FreeAsync(session, database, cancellationToken);
        if (alone is not null && free.Count == Places)
        {
            await alone();
        }

        foreach (var place in free)
        {
            if (await NamedLocks.TakeAsync(session, place, seconds: 0, cancellationToken))
            {
                await NamedLocks.ReleaseAsync(session, entrance, cancellationToken);
                return;
            }
        }

        throw new InvalidOperationException($"More than {Places} processes serve from the database '{database}'.");
    }

    private static async Task<List<string>> FreeAsync(MySqlConnection session, string database, CancellationToken cancellationToken)
    {
        var names = Enumerable.Range(0, Places)
            .Select(place => NamedLocks.Name(database, string.Create(CultureInfo.InvariantCulture, $"life{place}")))
            .ToList();
        await using var command = new MySqlCommand($"SELECT {string.Join(", ", names.Select(name => $"IS_FREE_LOCK('{name}')"))}", session);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return names.Where((_, place) => reader.GetInt64(place) == 1).ToList();
    }
}
