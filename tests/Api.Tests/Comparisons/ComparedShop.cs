using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Integrations.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>A shop whose turns are compared, and what its comparisons came to.</summary>
internal sealed class ComparedShop(StagedShop shop) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    public StagedShop Shop => shop;

    public ChatService Service => shop.Service;

    public static async Task<ComparedShop> StartAsync(Action<WebApplicationBuilder>? configure = null, params string[] settings) =>
        new(await StagedShop.StartAsync(configure, ["--FlowEngine:Comparisons:Enabled=true", .. settings]));

    /// <summary>Whose only model is one that the test tells what to say.</summary>
    public static async Task<ComparedShop> ToldAsync(
        Func<ToldCall, CancellationToken, Task<string>> answer, Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        var shop = await StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<IModelProvider>(new ToldProvider(answer));
                configure?.Invoke(builder);
            },
            settings);
        await shop.OnlyModelAsync("demo", "told");
        return shop;
    }

    public Task OnlyModelAsync(string tenant, string provider, string settings = "{}") => Service.ExecuteAsync(
        """
        DELETE FROM ai_assistant_configurations WHERE tenant_id = (SELECT id FROM tenants WHERE slug = @tenant);
        INSERT INTO ai_assistant_configurations (tenant_id, name, provider, model_name, is_active, is_default, priority, settings, updated_at)
        SELECT id, 'only', @provider, 'only-1', 1, 1, 0, @settings, '2026-01-01T00:00:00.0000000Z' FROM tenants WHERE slug = @tenant
        """,
        ("tenant", tenant), ("provider", provider), ("settings", settings));

    /// <summary>Any tenant, whose flow is of one node that says a text.</summary>
    public async Task TenantAsync(string tenant, string stage, string says)
    {
        await Service.PublishAsync(tenant, StagedShop.Flow, Saying(says));
        await Service.ExecuteAsync(
            """
            UPDATE bot_settings SET default_flow = @flow WHERE tenant_id = (SELECT id FROM tenants WHERE slug = @tenant);
            INSERT OR REPLACE INTO tenant_stages (tenant_id, instance_id, stage, percentage, sample, updated_at)
            SELECT id, 'default', @stage, 100, 100, '2026-01-01T00:00:00.0000000Z' FROM tenants WHERE slug = @tenant
            """,
            ("flow", StagedShop.Flow), ("tenant", tenant), ("stage", stage));
        var tenants = Service.Services.GetRequiredService<TenantDirectory>();
        tenants.Forget();
    }

    public static string Saying(string text) => FlowDocuments.Document((1, "message", new { content = text }, [2]), (2, "end", new { }, []));

    public Task<Reply> SayAsync(string text, string session) => shop.SayAsync(text, session);

    /// <summary>Returns when nothing is pending any more.</summary>
    public Task SettleAsync() => UntilAsync(() => PendingAsync(), count => count == 0, "pending");

    public Task UntilAsync(string where, Func<int, bool> isSo) => UntilAsync(() => CountAsync(where), isSo, where);

    public Task<int> CountAsync(string where) => NumberAsync($"SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND {where}");

    /// <summary>What waits in rows of its own, and in those of the turns.</summary>
    public Task<int> PendingAsync(string where = "tenant_id > 0") => NumberAsync(
        $"""
        SELECT (SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND result = 'pending' AND {where})
          + (SELECT COUNT(*) FROM conversation_turns WHERE tenant_id > 0 AND comparisons IS NOT NULL AND {where})
        """);

    /// <summary>seq, answered_by, candidate, mode, result, skipped_reason; by turn.</summary>
    public Task<IReadOnlyList<IReadOnlyList<object?>>> RunsAsync(string where = "1 = 1") => Service.RowsAsync(
        $"""
        SELECT seq, answered_by, candidate, mode, result, skipped_reason FROM parallel_runs
        WHERE tenant_id > 0 AND {where} ORDER BY conversation_id, seq, candidate, mode
        """);

    /// <summary>The one comparison of a turn.</summary>
    public async Task<ComparedPair> PairAsync(Reply reply, string where = "candidate <> answered_by")
    {
        var row = Assert.Single(await Service.RowsAsync(
            $"""
            SELECT result, severity, decided_by, verdict, candidate_raw, candidate_ms FROM parallel_runs
            WHERE tenant_id > 0 AND upper(turn_id) = upper(@turn) AND {where}
            """,
            ("turn", reply.TurnId)));
        return new((string)row[0]!, (string?)row[1], (string?)row[2], Json(row[3]), Json(row[4]), (double?)row[5]);
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    private static async Task UntilAsync(Func<Task<int>> count, Func<int, bool> isSo, string what)
    {
        var end = DateTime.UtcNow + s_patience;
        while (!isSo(await count()))
        {
            Assert.True(DateTime.UtcNow < end, $"still waiting: {what}");
            await Task.Delay(50);
        }
    }

    private async Task<int> NumberAsync(string sql) => Convert.ToInt32((await Service.RowsAsync(sql))[0][0], null);

    private static JsonElement Json(object? text) => text is string json ? JsonElement.Parse(json) : default;
}

/// <summary>A stored comparison.</summary>
internal sealed record ComparedPair(string Result, string? Severity, string? DecidedBy, JsonElement Verdict, JsonElement Candidate, double? CandidateMs)
{
    public string? FailureCode => Candidate.TryGetProperty("failure", out var failure) ? failure.GetProperty("code").GetString() : null;

    /// <summary>field: severity, in the order of the steps.</summary>
    public IReadOnlyList<string> Differences =>
    [
        .. Verdict.GetProperty("steps").EnumerateArray().SelectMany(step => step.GetProperty("differences").EnumerateArray())
            .Select(one => $"{one.GetProperty("field").GetString()}: {one.GetProperty("severity").GetString()}"),
    ];

    public JsonElement Step(string name) => Verdict.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() == name);
}
