using System.Net;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Api.Tests.Crash;

public sealed class DatabaseFaultTests : IDisposable
{
    private static readonly SqliteOptions s_impatient = new() { BusyTimeout = TimeSpan.FromMilliseconds(50), Synchronous = "NORMAL" };

    private readonly TemporaryDatabase _database = new();

    [Theory]
    [InlineData(null)]
    [InlineData("k1")]
    public async Task Turn_Locked_Is503AndWorksAfterwards(string? key)
    {
        await using var service = await LocalService.StartAsync(_database, s_impatient);
        await service.Client.SayAsync("s1", "hello", "shop-assistant");
        using (var holder = _database.Open())
        {
            Execute(holder, "BEGIN EXCLUSIVE");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), await PostAsync(service, "which pallet trucks are there?", key, "database_locked"));
        }

        AssertWhole(turns: 1);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(service, "which pallet trucks are there?", key)).Status);
        AssertWhole(turns: 2);
    }

    [Fact]
    public async Task Turn_Full_Is503AndWorksWhenThereIsRoomAgain()
    {
        await using (await LocalService.StartAsync(_database))
        {
            using var filler = _database.Open();
            Execute(filler, "CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(1000000)); PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var pages = _database.Query("PRAGMA page_count", row => row.GetInt32(0))[0];
        await using var service = await LocalService.StartAsync(_database, s_impatient with { MaxPages = pages + 20 });
        var answered = 0;
        HttpStatusCode status;
        while ((status = (await PostAsync(service, new string('x', 9_000), null)).Status) == HttpStatusCode.OK)
        {
            Assert.InRange(++answered, 1, 100);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), await PostAsync(service, new string('x', 9_000), "k1", "database_full"));
        AssertWhole(answered);

        using (var room = _database.Open())
        {
            Execute(room, "DROP TABLE filler");
        }

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(service, new string('x', 9_000), "k1")).Status);
        AssertWhole(answered + 1);
    }

    public void Dispose() => _database.Dispose();

    private static async Task<(HttpStatusCode Status, bool SaysCode)> PostAsync(
        LocalService service, string content, string? key, string code = "")
    {
        using var message = ChatCalls.Message(new ChatRequest { Content = content, SessionId = "s1", Flow = "shop-assistant" }, key);
        using var response = await service.Client.SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, body.Contains($"\"{code}\"", StringComparison.Ordinal));
    }

    /// <summary>Every turn has its user's message and is done; nothing else is there.</summary>
    private void AssertWhole(int turns)
    {
        Assert.Equal(turns, _database.Count("conversation_turns"));
        Assert.Equal(turns, _database.Count("conversation_turns WHERE status = 'done'"));
        Assert.Equal(turns, _database.Count("ai_conversation_messages WHERE role = 'user'"));
        Assert.Equal(turns, _database.Query("SELECT COALESCE(MAX(row_version), 0) FROM ai_conversations", row => row.GetInt32(0))[0]);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
