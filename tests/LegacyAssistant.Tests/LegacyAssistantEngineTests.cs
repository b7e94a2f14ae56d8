using FlowEngine.Conversations;
using FlowEngine.Integrations.Offline;
using FlowEngine.LegacyAssistant.Tests.Doubles;
using Xunit;

namespace FlowEngine.LegacyAssistant.Tests;

public sealed class LegacyAssistantEngineTests
{
    [Theory]
    [InlineData("en ucuz forklift hangisi?", "tr", "Forklift kategorisindeki en ucuz seçeneğimiz:\n- Kervan KE-16", "789.000,00 TRY")]
    [InlineData("EN PAHALI forklifti göster", "tr", "Forklift kategorisindeki en pahalı seçeneğimiz:\n- Yük YD-20", "842.000,00 TRY")]
    [InlineData("what is the cheapest pallet truck", "en", "Our cheapest option in Pallet trucks:\n- Doruk DM-15", "TRY 9,750.00")]
    [InlineData("transpalet istiyorum", "tr", "- Doruk DM-15 Manuel Transpalet", "9.750,00 TRY")]
    [InlineData("palet arabası fiyatları", "tr", "Transpalet kategorisindeki fiyatlarımız:", "9.750,00 TRY")]
    [InlineData("nasılsın?", "tr", "İyiyim", "Depo Market")]
    [InlineData("iletişim bilgisi", "tr", "ulaşabilirsiniz", "+90 216 000 00 00")]
    [InlineData("İade koşulları nedir", "tr", "on dört gün", "Kaynak: İade koşulları")]
    [InlineData("uzay mekiği", "tr", "bulunmuyor", "+90 216 000 00 00")]
    [InlineData("space shuttle", "en", "no product", "+90 216 000 00 00")]
    public async Task Run_Question_IsAnsweredFromTheTenantsData(string message, string language, string expected, string alsoExpected)
    {
        var outcome = await new Shop().AskAsync(message, language);

        var answer = Assert.Single(outcome.Messages);
        Assert.Null(outcome.Failure);
        Assert.Equal(MessageKind.Text, answer.Kind);
        Assert.Contains(expected, answer.Content, StringComparison.Ordinal);
        Assert.Contains(alsoExpected, answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Answer_LeavesStateAndIsOpenWithUsageAndTrace()
    {
        var shop = new Shop();
        var state = new ConversationState { Vars = new Dictionary<string, Value> { ["name"] = Value.Of("Ayşe") } };

        var outcome = await shop.RunAsync(shop.Turn("forklift") with { State = state, Status = ConversationStatus.Waiting });

        Assert.Same(state, outcome.State);
        Assert.Equal(ConversationStatus.Open, outcome.Status);
        Assert.Equal("tr", outcome.Language);
        Assert.Equal("model-1", outcome.Usage.Model);
        Assert.True(outcome.Usage.OutputTokens > 0);
        Assert.Equal(["prompt", "context", "model", "links"], outcome.Trace.Select(step => step.Node.Type));
        Assert.All(outcome.Trace, step => Assert.Equal("legacy-assistant", step.Node.Flow));
    }

    [Fact]
    public async Task Run_PromptOrDirectiveIsAnother_SoIsThePromptsHash()
    {
        var shop = new Shop();
        var ruled = shop with { Tenant = shop.Tenant with { Directives = [new("tone", "warm", "string", "general", 1)] } };
        var hashes = new List<string?>();
        foreach (var one in new[] { shop, shop, shop with { Prompts = new FixedPrompts("You advise.") }, ruled })
        {
            hashes.Add((await one.AskAsync("forklift")).PromptHash);
        }

        Assert.Equal(hashes[0], hashes[1]);
        Assert.Equal(3, hashes.Distinct().Count());
        Assert.Null((await (shop with { Prompts = new FixedPrompts(null) }).AskAsync("forklift")).PromptHash);
    }

    [Fact]
    public async Task Run_Products_AreLinkedAndNamed()
    {
        var stream = new RecordedStream();

        var outcome = await new Shop().AskAsync("transpalet", stream: stream);

        var answer = Assert.Single(outcome.Messages);
        Assert.Equal([new Link("Doruk DM-15 Manuel Transpalet", "https://depo.example/shop/urun-3")], answer.Links);
        Assert.Equal([3L], answer.Products.Select(product => product.Id));
        Assert.Contains("Transpalet https://depo.example/shop/urun-3 –", answer.Content, StringComparison.Ordinal);
        Assert.Equal(answer.Content, stream.Text);
        Assert.True(stream.Deltas.Count > 1);
    }

    [Fact]
    public async Task Run_MarkerOfNoGivenProduct_IsRemoved()
    {
        using var model = new ScriptedClient(["Bakın [LI", "NK:shop:product:yok], ve [LINK:a:b] [LINK:shop:product:urun-1]."]);
        var stream = new RecordedStream();

        var outcome = await (new Shop() with { Models = [model] }).AskAsync("forklift", stream: stream);

        Assert.Equal("Bakın, ve https://depo.example/shop/urun-1.", Assert.Single(outcome.Messages).Content);
        Assert.DoesNotContain("[LI", stream.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FirstModelThrows_TheSecondAnswersAndTheFirstsTextIsDiscarded()
    {
        using var broken = new ScriptedClient(["yarım [LINK:sh"], new InvalidOperationException("down"));
        var stream = new RecordedStream();

        var outcome = await (new Shop() with { Models = [broken, new OfflineChatClient()] }).AskAsync("transpalet", stream: stream);

        var answer = Assert.Single(outcome.Messages);
        Assert.Equal("model-2", outcome.Usage.Model);
        Assert.Single(stream.Discarded);
        Assert.Equal(answer.Content, stream.Text);
    }

    [Fact]
    public async Task Run_EveryModelThrows_FailsWithTheFallbackText()
    {
        using var broken = new ScriptedClient([], new InvalidOperationException("secret"));

        var outcome = await (new Shop() with { Models = [broken] }).AskAsync("transpalet");

        AssertFailed(outcome, FailureCodes.ModelFailed, "model");
        Assert.DoesNotContain("secret", outcome.Failure!.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoPrompt_FailsWithTheFallbackText() =>
        AssertFailed(
            await (new Shop() with { Prompts = new FixedPrompts(null) }).AskAsync("transpalet"), FailureCodes.PromptMissing, "prompt");

    [Fact]
    public async Task Run_NoModel_FailsWithTheFallbackText() =>
        AssertFailed(await (new Shop() with { Models = [] }).AskAsync("transpalet"), FailureCodes.ModelUnavailable, "model");

    [Fact]
    public async Task Run_TimeLimit_FailsByName()
    {
        using var slow = new ScriptedClient([], waits: true);
        var shop = new Shop() with { Models = [slow] };
        shop = shop with
        {
            Tenant = shop.Tenant with
            {
                Settings = shop.Tenant.Settings with { Limits = new() { MaxDuration = TimeSpan.FromMilliseconds(20) } },
            },
        };

        AssertFailed(await shop.AskAsync("transpalet"), FailureCodes.TimeLimit, "model");
    }

    [Fact]
    public async Task Run_OutputLimit_FailsByName()
    {
        var shop = new Shop();
        shop = shop with
        {
            Tenant = shop.Tenant with { Settings = shop.Tenant.Settings with { Limits = new() { MaxOutput = 10 } } },
        };

        AssertFailed(await shop.AskAsync("transpalet"), FailureCodes.OutputLimit, "model");
    }

    [Fact]
    public async Task Run_Cancelled_SaysNothing_AndCountsTheCallThatWasCutOff()
    {
        using var slow = new ScriptedClient([], waits: true);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var shop = new Shop() with { Models = [slow] };

        var outcome = await shop.RunAsync(shop.Turn("forklift") with { Status = ConversationStatus.Waiting }, null, cancelled.Token);

        Assert.Empty(outcome.Messages);
        Assert.Equal((FailureCodes.Cancelled, ConversationStatus.Waiting), (outcome.Failure?.Code, outcome.Status));
        Assert.True(outcome.Usage.IsUnpriced);
    }

    [Fact]
    public async Task Run_TimeoutTurn_SaysNothing()
    {
        var shop = new Shop();

        var outcome = await shop.RunAsync(shop.Turn(null));

        Assert.Empty(outcome.Messages);
        Assert.Null(outcome.Failure);
    }

    private static void AssertFailed(TurnOutcome outcome, string code, string stage)
    {
        Assert.Equal(code, outcome.Failure?.Code);
        Assert.Equal(stage, outcome.Trace[^1].Node.NodeId);
        Assert.Equal(code, outcome.Trace[^1].Fault?.Code);
        var message = Assert.Single(outcome.Messages);
        Assert.Equal(MessageKind.Fallback, message.Kind);
        Assert.Equal("Birazdan döneriz.", message.Content);
    }
}
