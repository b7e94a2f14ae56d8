using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Moving.Importing;
using FlowEngine.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Migration;

/// <summary>Conversations of the legacy system, gone on with here.</summary>
public sealed class ImportedConversationTests
{
    private const string Legacy = """
        CREATE TABLE ai_conversations (id INTEGER PRIMARY KEY, tenant_id BIGINT, session_id TEXT, feature_slug TEXT, feature_name TEXT, is_active INTEGER,
          prompt_id BIGINT, metadata TEXT, context_data TEXT, created_at TEXT, updated_at TEXT);
        CREATE TABLE ai_conversation_messages (id INTEGER PRIMARY KEY, conversation_id BIGINT, role TEXT, content TEXT, created_at TEXT);
        CREATE TABLE ai_prompts (id INTEGER PRIMARY KEY, tenant_id BIGINT, feature_slug TEXT, name TEXT, content TEXT, is_default INTEGER, is_active INTEGER);
        INSERT INTO ai_prompts VALUES (70, 1, 'content-writer', 'Writer', 'You write texts.', 1, 1);
        INSERT INTO ai_conversations VALUES
          (1, 1, 'legacy-1', 'content-writer', 'İçerik  Yazarı', 1, 70, '{ "a" : 1 }', '{"city":"İzmir"}', '2020-01-01 10:00:00', '2020-01-01 10:05:00'),
          (2, 1, 'legacy-2', NULL, NULL, 1, NULL, NULL, NULL, '2020-01-02 10:00:00', '2020-01-02 10:05:00');
        INSERT INTO ai_conversation_messages VALUES
          (1, 1, 'user', 'Selam', '2020-01-01 10:00:00'), (2, 1, 'assistant', 'Buyurun', '2020-01-01 10:05:00'),
          (3, 2, 'user', 'Selam', '2020-01-02 10:00:00'), (4, 2, 'assistant', 'Buyurun', '2020-01-02 10:05:00');
        """;

    [DatabaseFact]
    public async Task ConversationIdleForYears_IsOpenFromTheImport(string on)
    {
        var clock = new MovedClock(MovedClock.Hurried);
        await using var service = await ChatService.StartOnAsync(on, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        using var legacy = new LegacyFile(Legacy);
        await legacy.ImportAsync(service);
        var (first, second) = (await IdAsync(service, "legacy-1"), await IdAsync(service, "legacy-2"));

        Assert.Equal("open", (await service.Api().GetAsync($"/api/chat/conversations/{first}")).GetProperty("status").GetString());
        clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(first, Guid.Parse((await service.Api().SayAsync("bir", ChatApi.V2, new { conversationId = first })).ConversationId));
        clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(service, second));

        // The session's newest conversation is found by the same time.
        var bySession = await service.Api().SayAsync("iki", ChatApi.V2, new { sessionId = "legacy-1" });
        Assert.Equal(first, Guid.Parse(bySession.ConversationId));
        Assert.NotEqual(second, Guid.Parse((await service.Api().SayAsync("iki", ChatApi.V2, new { sessionId = "legacy-2" })).ConversationId));
        clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(service, first));
    }

    [DatabaseFact]
    public async Task ConversationThatWasAnsweredThere_IsNotGreetedAndKeepsItsColumns(string on)
    {
        await using var service = await ChatService.StartOnAsync(on);
        await service.PublishAsync("demo", "greeting", FlowDocuments.Document(
            (1, "welcome", new { welcome_message = "Hoş geldiniz!" }, [2]), (2, "message", new { content = "{{conversation.city}}" }, [3]), (3, "end", new { }, [])));
        using var legacy = new LegacyFile(Legacy);
        await legacy.ImportAsync(service);
        var prompt = await service.ScalarAsync<long>("SELECT id FROM ai_prompts WHERE feature_slug = 'content-writer'");
        object?[] imported = ["content-writer", "İçerik  Yazarı", 1L, prompt, """{ "a" : 1 }"""];
        Assert.Equal(imported, await ColumnsAsync(service, "legacy-1"));

        var reply = await service.Api().SayAsync("bir", ChatApi.V2, new { sessionId = "legacy-1", flow = "greeting" });
        await service.Api().SayAsync("iki", ChatApi.V1, new { sessionId = "legacy-1" });
        var greeted = await service.Api().SayAsync("bir", ChatApi.V2, new { sessionId = "new", flow = "greeting" });

        Assert.DoesNotContain("greeting", reply.Kinds);
        Assert.Equal("İzmir", reply.Answer);
        Assert.Contains("greeting", greeted.Kinds);
        Assert.Equal(imported, await ColumnsAsync(service, "legacy-1"));
        Assert.Equal(
            [null], Assert.Single(await service.RowsAsync("SELECT last_turn_at FROM ai_conversations WHERE session_id = 'legacy-2'")));
        Assert.NotNull(Assert.Single(await service.RowsAsync("SELECT last_turn_at FROM ai_conversations WHERE session_id = 'legacy-1'"))[0]);
    }

    private static async Task<Guid> IdAsync(ChatService service, string session)
    {
        var list = await service.Api().GetAsync($"/api/chat/conversations?sessionId={session}");
        return list.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid();
    }

    private static async Task<HttpStatusCode> StatusAsync(ChatService service, Guid conversation)
    {
        using var response = await service.Api().PostAsync(ChatApi.V2, JsonSerializer.Serialize(new { content = "bir", conversationId = conversation }));
        return response.StatusCode;
    }

    private static async Task<IReadOnlyList<object?>> ColumnsAsync(ChatService service, string session) => Assert.Single(await service.RowsAsync(
        "SELECT feature_slug, feature_name, is_active, prompt_id, metadata FROM ai_conversations WHERE session_id = @session", ("session", session)));

    private sealed class LegacyFile : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-legacy-").FullName;

        public LegacyFile(string sql)
        {
            using var connection = new SqliteConnection($"Data Source={Central};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        private string Central => Path.Combine(_folder, "legacy.db");

        public async Task ImportAsync(ChatService service)
        {
            var (report, refusal) = await service.Services.GetRequiredService<LegacyImport>().RunAsync(
                new(Central, new Dictionary<long, string>(), new Dictionary<long, string> { [1] = "demo" }), _ => { }, default);
            Assert.Null(refusal);
            Assert.True(report!.IsWhole);
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
