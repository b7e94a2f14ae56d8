using System.Net;
using System.Text;
using System.Text.Json;
using FlowEngine.Comparing.Gates;
using FlowEngine.ParallelRuns.Gates;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>A tenant whose flow engine fails its users is taken back without anybody doing anything.</summary>
public sealed class StageWatchTests
{
    private const int Conversations = 40;

    [Fact]
    public async Task Live_WhereV2FailsEveryTurn_StepsBackOnceAndStays()
    {
        // Nothing is compared, so that the fallbacks alone tell.
        await using var shop = await ComparedShop.StartAsync(null, "--FlowEngine:Comparisons:Enabled=false");
        await shop.Shop.SetAsync("live");
        await shop.Shop.FailAsync(v1: false, v2: true);
        await TalkAsync(shop, "failing");

        await StageIsAsync(shop, "shadow", TimeSpan.FromSeconds(30));
        var reason = await shop.Service.ScalarAsync<string>("SELECT reason FROM tenant_stages WHERE tenant_id > 0");
        Assert.StartsWith("Automatic: Turns that fell back to V1 (maxFallbackRate): above the ceiling", reason, StringComparison.Ordinal);
        var audit = Assert.Single(await shop.Service.RowsAsync("SELECT actor, details FROM audit_logs WHERE action = 'stage.set' AND tenant_id > 0"));
        Assert.Equal(StageWatch.Actor, audit[0]);
        Assert.Equal("live", JsonDocument.Parse((string)audit[1]!).RootElement.GetProperty("before").GetProperty("stage").GetString());

        await TalkAsync(shop, "after");
        await shop.Service.Services.GetRequiredService<StageWatch>().LookAsync(CancellationToken.None);
        await StageIsAsync(shop, "shadow", TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Live_SetAgainAfterAStepBack_IsJudgedByWhatCameSince()
    {
        await using var shop = await ComparedShop.StartAsync(null, "FlowEngine:Comparisons:AgainstItself=0");
        await shop.Shop.SetAsync("live");
        await shop.Shop.FailAsync(v1: false, v2: true);
        await TalkAsync(shop, "failing");
        await StageIsAsync(shop, "shadow", TimeSpan.FromSeconds(30));

        await shop.Shop.FailAsync(v1: false, v2: false);
        await shop.Service.ExecuteAsync(
            "UPDATE tenant_stages SET stage = 'live', version = version + 1, updated_at = @now WHERE tenant_id > 0",
            ("now", DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", null)));
        await shop.Shop.ForgetAsync();
        await TalkAsync(shop, "healthy");
        var watch = shop.Service.Services.GetRequiredService<StageWatch>();
        await watch.LookAsync(CancellationToken.None);

        Assert.NotEqual(WatchAction.StepBack, shop.Service.Services.GetRequiredService<WatchDecisions>().Of("demo")?.Action);
        await StageIsAsync(shop, "live", TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Held_GoesNoFurtherWithoutAReason()
    {
        await using var shop = await ComparedShop.StartAsync(null, "FlowEngine:Comparisons:WatchMinutes=0");
        await shop.Shop.SetAsync("live");
        shop.Service.Services.GetRequiredService<WatchDecisions>()
            .Note("demo", new WatchDecision(WatchAction.Hold, DateTimeOffset.UtcNow, "maxP95Ratio", "Too slow.", []));

        var answer = await shop.Service.Client("demo-engineer").PutAsync(
            "/api/admin/stages/demo", new StringContent("""{"stage":"rampdown"}""", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The watch holds the tenant: Too slow.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shadow_IsNotWatched()
    {
        await using var shop = await ComparedShop.StartAsync(null, "FlowEngine:Comparisons:AgainstItself=0");
        await shop.Shop.SetAsync("shadow");
        await shop.Shop.FailAsync(v1: true, v2: true);
        await TalkAsync(shop, "failing");
        var watch = shop.Service.Services.GetRequiredService<StageWatch>();
        await watch.LookAsync(CancellationToken.None);

        Assert.Null(shop.Service.Services.GetRequiredService<WatchDecisions>().Of("demo"));
        await StageIsAsync(shop, "shadow", TimeSpan.FromSeconds(5));
    }

    private static async Task TalkAsync(ComparedShop shop, string name)
    {
        for (var conversation = 0; conversation < Conversations; conversation++)
        {
            await shop.SayAsync("merhaba", $"{name}-{conversation}");
        }
    }

    private static async Task StageIsAsync(ComparedShop shop, string expected, TimeSpan patience)
    {
        var end = DateTime.UtcNow + patience;
        string stage;
        do
        {
            stage = await shop.Service.ScalarAsync<string>("SELECT stage FROM tenant_stages WHERE tenant_id > 0");
            if (stage == expected)
            {
                return;
            }

            await Task.Delay(250);
        }
        while (DateTime.UtcNow < end);

        Assert.Equal(expected, stage);
    }
}
