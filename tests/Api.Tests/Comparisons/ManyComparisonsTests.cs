using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Comparisons;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class ManyComparisonsTests
{
    private static readonly int s_turnsOfTenant = Rounds.Times(150);

    private static readonly string[] s_tenants = ["demo", "demo-en"];

    [Fact]
    public async Task ManyTurnsAtOnce_OfTwoTenants_EachIsComparedOnceWithItsOwn()
    {
        await using var shop = await ComparedShop.ToldAsync(
            (call, _) => Task.FromResult($"V1 of {call.Context.TenantName}: {call.Message}"),
            null,
            "--FlowEngine:Comparisons:AgainstItself=0");
        foreach (var tenant in s_tenants)
        {
            await shop.OnlyModelAsync(tenant, "told");
            await shop.TenantAsync(tenant, "shadow", $"Flow of {tenant}; {{{{message}}}}");
        }

        await Task.WhenAll(s_tenants.SelectMany(tenant =>
        {
            var api = shop.Service.Api($"{tenant}-chat");
            return Enumerable.Range(0, s_turnsOfTenant).Select(number => api.SayAsync($"{tenant}!{number}", ChatApi.Toggle, new { sessionId = $"s{number}" }));
        }));
        await shop.SettleAsync();

        foreach (var tenant in s_tenants)
        {
            await CheckAsync(shop, tenant, other: s_tenants.Single(one => one != tenant));
        }

        Assert.Equal(0, await shop.CountAsync("NOT EXISTS (SELECT 1 FROM ai_conversations c WHERE c.id = conversation_id AND c.tenant_id = parallel_runs.tenant_id)"));
        Assert.Empty(await shop.Service.RowsAsync(
            "SELECT s.engine FROM candidate_states s JOIN ai_conversations c ON c.id = s.conversation_id WHERE c.tenant_id <> s.tenant_id"));
        var answered = await shop.Service.ScalarAsync<long>("SELECT COUNT(*) FROM ai_conversation_messages WHERE tenant_id > 0 AND role = 'assistant'");
        Assert.Equal(answered, await MessagesAsync(shop, "control_raw"));
        Assert.Equal(answered, await MessagesAsync(shop, "candidate_raw"));
    }

    private static async Task CheckAsync(ComparedShop shop, string tenant, string other)
    {
        var own = $"tenant_id = (SELECT id FROM tenants WHERE slug = '{tenant}')";
        Assert.Equal(s_turnsOfTenant, await shop.CountAsync($"{own} AND candidate_ms IS NOT NULL AND result = 'mismatched'"));
        Assert.Equal(s_turnsOfTenant, await shop.CountAsync(own));
        Assert.Equal(s_turnsOfTenant, await shop.CountAsync($"{own} AND control_raw LIKE '%: {tenant}!%' AND candidate_raw LIKE '%Flow of {tenant}; {tenant}!%'"));
        Assert.Equal(0, await shop.CountAsync($"{own} AND (control_raw || candidate_raw || verdict || input) LIKE '%{other}!%'"));
        Assert.Equal([[(long)s_turnsOfTenant]], await shop.Service.RowsAsync($"SELECT runs FROM comparison_usage WHERE {own}"));
        var summary = await shop.Service.Api($"{tenant}-engineer").GetAsync("/api/comparisons/summary");
        Assert.Equal(s_turnsOfTenant, summary.GetProperty("turns").GetInt32());
        Assert.Equal(s_turnsOfTenant, summary.GetProperty("results").EnumerateArray().Sum(one => one.GetProperty("count").GetInt32()));
    }

    private static async Task<long> MessagesAsync(ComparedShop shop, string column) =>
        (await shop.Service.RowsAsync($"SELECT {column} FROM parallel_runs WHERE tenant_id > 0"))
            .Sum(row => JsonElement.Parse((string)row[0]!).GetProperty("messages").GetArrayLength());
}
