using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>Every stream ends with <c>done</c> or <c>error</c>.</summary>
public sealed class StreamEndTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    [Fact]
    public async Task Stream_ModelThrows_EndsWithTheFallback()
    {
        await using var service = await StartAsync<IModelDirectory>(new FaultyModel(new InvalidOperationException("A bug.")));

        var events = await EventStream.ReadAsync(service.Client, "s1", "which pallet trucks are there?");

        Assert.Contains(events, sent => sent.Name == "discard");
        AssertFallback(events, "model_failed");
    }

    [Fact]
    public async Task Stream_NodeThrows_EndsWithTheFallback()
    {
        await using var service = await StartAsync<IProductCatalog>(new BrokenCatalog());

        AssertFallback(await EventStream.ReadAsync(service.Client, "s1", "which pallet trucks are there?"), "node_failed");
    }

    [Fact]
    public async Task Stream_LockedAtCommit_EndsWithAnErrorAndStoresNothing()
    {
        await using var service = await LocalService.StartAsync(_database, new SqliteOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        using (var holder = _database.Open())
        using (var begin = holder.CreateCommand())
        {
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
            var events = await EventStream.ReadAsync(service.Client, "s1", "hello");
            Assert.Equal("error", events[^1].Name);
            Assert.Contains("database_locked", events[^1].Data, StringComparison.Ordinal);
        }

        Assert.Equal(0, _database.Count("ai_conversations"));
        Assert.Equal("done", (await EventStream.ReadAsync(service.Client, "s1", "hello"))[^1].Name);
    }

    [Fact]
    public async Task Stream_WriterThrows_EndsWithAnErrorWithoutInternals()
    {
        await using var service = await StartAsync<ITurnWriter>(new BrokenWriter());

        var last = (await EventStream.ReadAsync(service.Client, "s1", "hello"))[^1];

        Assert.Equal("error", last.Name);
        Assert.DoesNotContain("A bug", last.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_ClientLeaves_KeepsTheUsersMessageAndTakesTheNextTurn()
    {
        var model = new FaultyModel(null);
        await using var service = await StartAsync<IModelDirectory>(model);
        using (var request = EventStream.Request("s1", "which pallet trucks are there?"))
        using (var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            while ((await reader.ReadLineAsync().ComesAsync("The model's first delta"))?.Contains("A beginning", StringComparison.Ordinal) != true)
            {
                // What the flow says comes before.
            }
        }

        model.Harmless = true;
        var next = await service.Client.SayAsync("s1", "and now?", "shop-assistant");

        Assert.Null(next.Failure);
        Assert.Equal(
            ["which pallet trucks are there?", "and now?"],
            _database.Query("SELECT content FROM ai_conversation_messages WHERE role = 'user' ORDER BY id", row => row.GetString(0)));
        Assert.Equal(
            ["cancelled", ""],
            _database.Query("SELECT COALESCE(failure_code, '') FROM conversation_turns ORDER BY seq", row => row.GetString(0)));
    }

    public void Dispose() => _database.Dispose();

    private static void AssertFallback(IReadOnlyList<StreamEvent> events, string code)
    {
        Assert.Equal("done", events[^1].Name);
        Assert.Contains($"\"failure\":{{\"code\":\"{code}\"}}", events[^1].Data, StringComparison.Ordinal);
        Assert.Contains(events, sent => sent.Name == "message" && sent.Data.Contains("\"fallback\"", StringComparison.Ordinal));
    }

    private Task<LocalService> StartAsync<T>(T part)
        where T : class => LocalService.StartAsync(_database, replace: services => services.Replace(ServiceDescriptor.Singleton(part)));
}
