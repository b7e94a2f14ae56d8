using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Stages;
using Microsoft.AspNetCore.Builder;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>A shop whose turns are compared, and what its comparisons came to.</summary>
internal sealed class ComparedShop(StagedShop shop) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public StagedShop Shop => shop;

    public ChatService Service => shop.Service;

    public static async Task<ComparedShop> StartAsync(Action<WebApplicationBuilder>? configure = null, params string[] settings) =>
        new(await StagedShop.StartAsync(configure, ["--FlowEngine:Comparisons:Enabled=true", .. settings]));

    public Task<Reply> SayAsync(string text, string session) => shop.SayAsync(text, session);

    /// <summary>Returns when nothing is pending any more.</summary>
    public async Task SettleAsync()
    {
        var end = DateTime.UtcNow + s_patience;
        while (await CountAsync("result = 'pending'") > 0)
        {
            Assert.True(DateTime.UtcNow < end, "comparisons are still pending");
            await Task.Delay(50);
        }
    }

    public async Task<int> CountAsync(string where) =>
        Convert.ToInt32((await Service.RowsAsync($"SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND {where}"))[0][0], null);

    /// <summary>seq, answered_by, candidate, mode, result, skipped_reason; by turn.</summary>
    public Task<IReadOnlyList<IReadOnlyList<object?>>> RunsAsync(string where = "1 = 1") => Service.RowsAsync(
        $"""
        SELECT seq, answered_by, candidate, mode, result, skipped_reason FROM parallel_runs
        WHERE tenant_id > 0 AND {where} ORDER BY conversation_id, seq, candidate, mode
        """);

    public ValueTask DisposeAsync() => shop.DisposeAsync();
}
