using System.Collections.Concurrent;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Comparisons;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Integrations.Models;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Stages;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>V1's columns of a conversation: what is there stays as it is, what is null is filled, and V1 answers by them.</summary>
public sealed class LegacyColumnsTests
{
    private const string Metadata = """{ "assistant_name" : "Ayşe",  "page":"/ürünler" }""";

    private const string Columns = "feature_slug, feature_name, is_active, prompt_id, metadata";

    [DatabaseFact]
    public async Task TurnsOfBothEngines_LeaveWhatTheLegacySystemWrote(string on)
    {
        await using var shop = await Shop.StartAsync(on);
        var writer = await shop.AddPromptAsync("content-writer", "İçerik yazarı", "You write texts.");
        await shop.AddConversationAsync("old", "content-writer", "İçerik  Yazarı ", writer, Metadata);
        var before = await shop.ColumnsAsync("old");

        await shop.SetAsync("off");
        Assert.Equal("v1", (await shop.SayAsync("bir", "old")).Engine);
        Assert.Equal("You write texts.", shop.Prompts["bir"]);
        foreach (var stage in new[] { "live", "rampdown", "complete" })
        {
            await shop.SetAsync(stage);
            Assert.Equal("v2", (await shop.SayAsync(stage, "old")).Engine);
        }

        await shop.SetAsync("live");
        await shop.BreakV2Async();
        Assert.Equal("v1", (await shop.SayAsync("iki", "old")).Engine);
        Assert.Equal("You write texts.", shop.Prompts["iki"]);

        Assert.Equal(["content-writer", "İçerik  Yazarı ", 0L, writer, Metadata], before);
        Assert.Equal(before, await shop.ColumnsAsync("old"));
    }

    [DatabaseFact]
    public async Task RowThatNamesAFeatureOnly_GetsTheFeaturesPrompt(string on)
    {
        await using var shop = await Shop.StartAsync(on);
        var writer = await shop.AddPromptAsync("content-writer", "Content writer", "You write texts.");
        await shop.AddConversationAsync("feature", "content-writer", null, null, null);
        await shop.AddConversationAsync("unknown", "weather", null, null, null);
        await shop.SetAsync("off");

        await shop.SayAsync("bir", "feature");
        await shop.SayAsync("iki", "unknown");

        Assert.Equal("You write texts.", shop.Prompts["bir"]);
        Assert.Equal(["content-writer", "Content writer", 0L, writer, "{}"], await shop.ColumnsAsync("feature"));
        Assert.Equal(Shop.UsualText, shop.Prompts["iki"]);
        Assert.Equal(["weather", "weather", 0L, shop.Usual, "{}"], await shop.ColumnsAsync("unknown"));
    }

    [DatabaseFact]
    public async Task NewConversation_IsFilled_ByV1AndByV2WithDualWrite(string on)
    {
        await using var shop = await Shop.StartAsync(on);
        object?[] usual = ["shop-assistant", Shop.UsualFeature, 1L, shop.Usual, "{}"];
        foreach (var (stage, filled) in new[] { ("off", true), ("live", true), ("rampdown", true), ("complete", false) })
        {
            await shop.SetAsync(stage);
            await shop.SayAsync("merhaba", stage);

            Assert.Equal(filled ? usual : [null, null, 1L, null, null], await shop.ColumnsAsync(stage));
        }

        // Answered by V2 alone before, the columns are filled when the tenant steps back.
        await shop.SetAsync("rampdown");
        await shop.SayAsync("merhaba", "complete");
        Assert.Equal(usual, await shop.ColumnsAsync("complete"));
    }

    [DatabaseFact]
    public async Task FallbackToV1_FillsWhatIsNullAndNothingElse(string on)
    {
        await using var shop = await Shop.StartAsync(on);
        await shop.AddConversationAsync("partly", null, "Asistan", null, "[]");
        await shop.SetAsync("live");
        await shop.BreakV2Async();

        Assert.Equal("v1", (await shop.SayAsync("bir", "partly")).Engine);

        Assert.Equal(["shop-assistant", "Asistan", 0L, shop.Usual, "[]"], await shop.ColumnsAsync("partly"));
    }

    /// <summary>The tenant <c>demo</c> with a small flow, and a model that keeps what prompt V1 sent with which message.</summary>
    private sealed class Shop : IAsyncDisposable
    {
        public const string UsualText = "You sell.";
        public const string UsualFeature = "Shop";

        private readonly ChatService _service;

        private Shop(ChatService service, ConcurrentDictionary<string, string> prompts) => (_service, Prompts) = (service, prompts);

        public ConcurrentDictionary<string, string> Prompts { get; }

        public long Usual { get; private set; }

        public static async Task<Shop> StartAsync(string on)
        {
            var prompts = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
            var provider = new ToldProvider((call, _) =>
            {
                prompts[call.Message] = call.Context.SystemPrompt;
                return Task.FromResult("Peki.");
            });
            var service = await ChatService.StartOnAsync(
                on, builder => builder.Services.AddSingleton<IModelProvider>(provider), "--FlowEngine:Comparisons:Enabled=false");
            await service.ExecuteAsync("UPDATE ai_assistant_configurations SET provider = 'told'");
            await service.PublishAsync("demo", "small", FlowDocuments.Document(
                (1, "message", new { content = "Merhaba." }, [2]),
                (2, "set_variable", new { assignments = new[] { new { name = "conversation.seen", value = "yes" } } }, [3]),
                (3, "end", new { }, [])));
            await service.ExecuteAsync($"UPDATE bot_settings SET default_flow = 'small' WHERE tenant_id = {Tenant}");
            await service.ExecuteAsync(
                $"UPDATE ai_prompts SET prompt = @text, feature_name = @feature WHERE tenant_id = {Tenant}", ("text", UsualText), ("feature", UsualFeature));
            var shop = new Shop(service, prompts);
            shop.Usual = await service.ScalarAsync<long>($"SELECT MIN(id) FROM ai_prompts WHERE tenant_id = {Tenant} AND is_default");
            await shop.ForgetAsync();
            return shop;
        }

        private const string Tenant = "(SELECT id FROM tenants WHERE slug = 'demo')";

        public async Task SetAsync(string stage)
        {
            var store = _service.Services.GetRequiredService<StageStore>();
            var key = await _service.TenantAsync("demo");
            var there = await store.GetAsync(key, default);
            Assert.NotNull(await store.SetAsync(
                key, "demo", new(new("off", 100, 0), new(stage, 100, 0), null, "test", null, there?.Etag ?? StageEntry.NoEtag), default));
            await ForgetAsync();
        }

        public async Task BreakV2Async()
        {
            await _service.Services.GetRequiredService<NodeTypeStore>().SwitchAsync("set_variable", false, isGlobal: true, [], default);
            await ForgetAsync();
        }

        public async Task<long> AddPromptAsync(string slug, string feature, string text)
        {
            await _service.ExecuteAsync(
                $"""
                INSERT INTO ai_prompts (tenant_id, feature_slug, feature_name, name, prompt, is_default, is_active, updated_at)
                SELECT {Tenant}, @slug, @feature, @slug, @text, is_default, is_active, updated_at FROM ai_prompts WHERE id = {Usual}
                """,
                ("slug", slug), ("feature", feature), ("text", text));
            return await _service.ScalarAsync<long>("SELECT id FROM ai_prompts WHERE feature_slug = @slug", ("slug", slug));
        }

        /// <summary>As an import leaves it.</summary>
        public async Task AddConversationAsync(string session, string? slug, string? name, long? prompt, string? metadata)
        {
            // A turn of another conversation gives the shape of a row.
            await SayAsync("kalıp", $"{session}-shape");
            await _service.ExecuteAsync(
                """
                UPDATE ai_conversations SET session_id = @session, feature_slug = @slug, feature_name = @name, prompt_id = @prompt, metadata = @metadata,
                  is_active = (1 = 0), title = NULL, context_data = NULL, state_history = NULL, last_turn_at = NULL
                WHERE session_id = @shape
                """,
                ("session", session), ("slug", slug), ("name", name), ("prompt", prompt), ("metadata", metadata), ("shape", $"{session}-shape"));
        }

        public async Task<IReadOnlyList<object?>> ColumnsAsync(string session) => Assert.Single(
            await _service.RowsAsync($"SELECT {Columns} FROM ai_conversations WHERE session_id = @session", ("session", session)));

        public Task<Reply> SayAsync(string text, string session) => _service.Api().SayAsync(text, ChatApi.Toggle, new { sessionId = session });

        public ValueTask DisposeAsync() => _service.DisposeAsync();

        private Task ForgetAsync()
        {
            _service.Services.GetRequiredService<TenantDirectory>().Forget();
            return Task.CompletedTask;
        }
    }
}
