using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>The worker beside the turns: who is run, on what, and what it leaves.</summary>
public sealed class ParallelRunTests
{
    private const string NotAgainstItself = "FlowEngine:Comparisons:AgainstItself=0";

    [Fact]
    public async Task Shadow_OfAWholeConversation_ComparesEachTurnOnceAndLeavesTheConversationToV1()
    {
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself);
        await shop.Shop.SetAsync("shadow");

        foreach (var text in new[] { "merhaba", "fiyatlar nedir?", "teşekkürler" })
        {
            Assert.Equal("v1", (await shop.SayAsync(text, "s")).Engine);
        }

        await shop.SettleAsync();
        var runs = await shop.RunsAsync();
        Assert.Equal([1L, 2L, 3L], runs.Select(run => run[0]));
        Assert.All(runs, run => Assert.Equal(["v1", "v2", "resync", "mismatched"], run.Skip(1).Take(4)));
        Assert.Equal(
            [null, null, "open"],
            Assert.Single(await shop.Service.RowsAsync("SELECT flow_id, context_data, status FROM ai_conversations")));
        var state = Assert.Single(await shop.Service.RowsAsync("SELECT engine, mode, after_seq, state FROM candidate_states"));
        Assert.Equal(["v2", "resync", 3L], state.Take(3));
        Assert.Contains("\"seen\":\"yes\"", (string)state[3]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_ComparesWithV1_WhichKeepsNoState()
    {
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself);
        await shop.Shop.SetAsync("live");

        Assert.Equal("v2", (await shop.SayAsync("merhaba", "s")).Engine);

        await shop.SettleAsync();
        Assert.Equal([1L, "v2", "v1", "resync"], Assert.Single(await shop.RunsAsync()).Take(4));
        Assert.Empty(await shop.Service.RowsAsync("SELECT engine FROM candidate_states"));
    }

    [Fact]
    public async Task AgainstItself_OfADeterministicModel_IsNoDifference()
    {
        await using var shop = await ComparedShop.StartAsync(null, "FlowEngine:Comparisons:AgainstItself=100");
        await shop.Shop.SetAsync("shadow");
        await shop.SayAsync("merhaba", "s");
        await shop.SayAsync("en ucuz forklift?", "s");
        await shop.SettleAsync();
        await shop.Shop.SetAsync("live");
        await shop.SayAsync("teşekkürler", "s");
        await shop.SettleAsync();

        var itself = await shop.RunsAsync("candidate = answered_by");
        Assert.Equal([1L, 2L, 3L], itself.Select(run => run[0]));
        Assert.All(itself, run => Assert.Equal("matched", run[4]));
        Assert.Equal(3, await shop.CountAsync("candidate <> answered_by"));
    }

    [Fact]
    public async Task FreeRunning_GoesOnFromItsOwnStateAndAnswersItsOwnQuestion()
    {
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself, "FlowEngine:Comparisons:FreeRunning=100");
        await shop.Shop.PublishAsync(FlowDocuments.Document(
            (1, "collect_data", new { context_key = "city", prompt = "Which city?" }, [2]),
            (2, "message", new { content = "City: {{city}}." }, [3]),
            (3, "end", new { }, [])));
        await shop.Shop.SetAsync("shadow");
        await shop.SayAsync("merhaba", "s");
        await shop.SayAsync("Izmir", "s");
        await shop.SettleAsync();

        var answers = await shop.Service.RowsAsync("SELECT mode, candidate_raw FROM parallel_runs WHERE seq = 2 ORDER BY mode");
        Assert.Equal(["free", "resync"], answers.Select(row => row[0]));
        Assert.Contains("City: Izmir.", (string)answers[0][1]!, StringComparison.Ordinal);
        Assert.Contains("Which city?", (string)answers[1][1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CandidateWithoutAFlow_IsSkippedAndCounted()
    {
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself);
        await shop.Service.ExecuteAsync("UPDATE tenant_conversation_flows SET is_active = 0 WHERE tenant_id > 0");
        await shop.Shop.SetAsync("shadow");

        Assert.Equal("v1", (await shop.SayAsync("merhaba", "s")).Engine);

        await shop.SettleAsync();
        Assert.Equal(["skipped", "no_flow"], Assert.Single(await shop.RunsAsync()).Skip(4));
    }

    [Fact]
    public async Task NotSampled_AsksForNothing()
    {
        await using var shop = await ComparedShop.StartAsync();
        await shop.Shop.SetAsync("shadow", sample: 0);
        await shop.SayAsync("merhaba", "s");

        Assert.Equal(0, await shop.CountAsync("1 = 1"));
    }

    [Fact]
    public async Task Live_WhereV2Fails_IsTheControlsFailureAndNothingIsRunAgain()
    {
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself);
        await shop.Shop.SetAsync("live");
        await shop.Shop.FailAsync(v1: false, v2: true);

        Assert.Equal("v1", (await shop.SayAsync("merhaba", "s")).Engine);

        await shop.SettleAsync();
        Assert.Equal([1L, "v2", "v1", "resync", "control_failed", null], Assert.Single(await shop.RunsAsync()));
    }

    [Fact]
    public async Task Shadow_WhereTheCandidateFails_TheUserSeesNothingOfIt()
    {
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself);
        await shop.Shop.SetAsync("shadow");
        await shop.Shop.FailAsync(v1: false, v2: true);

        var reply = await shop.SayAsync("merhaba", "s");
        Assert.Equal(("v1", null), (reply.Engine, reply.Failure));

        await shop.SettleAsync();
        Assert.Equal("candidate_failed", Assert.Single(await shop.RunsAsync())[4]);
    }

    [Fact]
    public async Task BudgetOfTheDay_WhenItIsUsedUp_SkipsTheRest()
    {
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself, "FlowEngine:Comparisons:DayTokens=1");
        await shop.Shop.SetAsync("live");
        await shop.SayAsync("merhaba", "a");
        await shop.SettleAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        await shop.SayAsync("merhaba", "b");
        await shop.SettleAsync();

        Assert.Equal([null, "budget_tokens"], (await shop.RunsAsync()).Select(run => run[5]));
        Assert.Equal([1L], (await shop.Service.RowsAsync("SELECT runs FROM comparison_usage WHERE tenant_id > 0"))[0]);
    }

    [Fact]
    public async Task Observations_AreStoredMaskedAndAsTheyWere()
    {
        await using var shop = await ComparedShop.StartAsync(null, NotAgainstItself);
        await shop.Shop.PublishAsync(FlowDocuments.Document(
            (1, "message", new { content = "You said: {{message}}" }, [2]),
            (2, "end", new { }, [])));
        await shop.Shop.SetAsync("live");
        await shop.SayAsync("ada@example.com", "s");
        await shop.SettleAsync();

        var row = Assert.Single(await shop.Service.RowsAsync("SELECT control, control_raw FROM parallel_runs WHERE tenant_id > 0"));
        Assert.DoesNotContain("ada@example.com", (string)row[0]!, StringComparison.Ordinal);
        Assert.Contains("ada@example.com", (string)row[1]!, StringComparison.Ordinal);
    }
}
