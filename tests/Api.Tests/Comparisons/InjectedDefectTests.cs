using System.Net;
using System.Text;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>Flows with a defect beside what is right: each is found, at its severity.</summary>
public sealed class InjectedDefectTests(InjectedDefectTests.Shop shop) : IClassFixture<InjectedDefectTests.Shop>
{
    private const string Right = "Atlas bisiklet 12.500 TL. Ayrıntılar: https://shop.example/atlas";

    private static readonly string s_silent = FlowDocuments.Document(
        (1, "set_variable", new { assignments = new[] { new { name = "conversation.seen", value = "yes" } } }, [2]),
        (2, "end", new { }, []));

    [Theory]
    [InlineData("right", Right, "matched", "none", "exact", null)]
    [InlineData("wrong price", "Atlas bisiklet 13.500 TL. Ayrıntılar: https://shop.example/atlas", "mismatched", "major", "entities", "entities.amounts: major")]
    [InlineData("missing link", "Atlas bisiklet 12.500 TL.", "mismatched", "major", "entities", "entities.links: major")]
    [InlineData("nothing said", "", "mismatched", "blocking", "structure", "structure.messages: blocking")]
    public async Task FlowBesideV1_WithADefect_IsFound(string session, string says, string result, string severity, string decidedBy, string? difference)
    {
        await shop.World.Shop.PublishAsync(says.Length > 0 ? ComparedShop.Saying(says) : s_silent);
        await shop.World.Shop.SetAsync("shadow");

        var reply = await shop.World.SayAsync("atlas kaça?", session);

        await shop.World.SettleAsync();
        var pair = await shop.World.PairAsync(reply);
        Assert.Equal((Right, "v1"), (reply.Answer, reply.Engine));
        Assert.Equal((result, severity, decidedBy), (pair.Result, pair.Severity, pair.DecidedBy));
        Assert.True(difference is null ? pair.Differences.Count == 0 : pair.Differences.Contains(difference), string.Join(", ", pair.Differences));
    }

    [Theory]
    [InlineData("lost branch", "Fiyat listesi burada.", "Stokta üç tane var.", "structure", "structure.path: blocking")]
    [InlineData("lost capture", "Tamam.", "Tamam.", "data", "captured.city: blocking")]
    public async Task FlowAgainstItself_WhoseModelTakesAnotherWay_IsFoundBlocking(string session, string one, string other, string decidedBy, string difference)
    {
        await shop.World.Shop.PublishAsync(FlowDocuments.Document(
            (1, "sentiment_detection", Intents, [2, 4, 4]),
            (2, "set_variable", new { assignments = new[] { new { name = "conversation.city", value = "Izmir" } } }, [3]),
            (3, "message", new { content = one }, [5]),
            (4, "message", new { content = other }, [5]),
            (5, "end", new { }, [])));
        await shop.World.Shop.SetAsync("live");

        var reply = await shop.World.SayAsync($"hangisi? {session}", session);

        await shop.World.SettleAsync();
        var pair = await shop.World.PairAsync(reply, "candidate = answered_by");
        Assert.Equal((one, "v2"), (reply.Answer, reply.Engine));
        Assert.Equal(("mismatched", "blocking", decidedBy), (pair.Result, pair.Severity, pair.DecidedBy));
        Assert.Contains(difference, pair.Differences);
        Assert.StartsWith("branch:1:", pair.Verdict.GetProperty("cause").GetProperty("cluster").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IgnoredDifference_HidesNoOther()
    {
        await AddRuleAsync("entities.amounts", "^14[.,]?500");
        await shop.World.Shop.SetAsync("shadow");
        await shop.World.Shop.PublishAsync(ComparedShop.Saying("Atlas bisiklet 14.500 TL. Ayrıntılar: https://shop.example/atlas"));
        var alone = await shop.World.SayAsync("atlas kaça?", "ignored");
        await shop.World.SettleAsync();
        await shop.World.Shop.PublishAsync(ComparedShop.Saying("Atlas bisiklet 14.500 TL."));
        var both = await shop.World.SayAsync("atlas kaça?", "ignored and real");
        await shop.World.SettleAsync();

        var (ignored, real) = (await shop.World.PairAsync(alone), await shop.World.PairAsync(both));
        Assert.Equal(("ignored", "none"), (ignored.Result, ignored.Severity));
        Assert.Equal(("mismatched", "major"), (real.Result, real.Severity));
        Assert.Contains("entities.links: major", real.Differences);
        Assert.NotNull(real.Verdict.GetProperty("ignoredBy").GetString());
    }

    private static object Intents => new
    {
        mode = "model",
        intents = new[]
        {
            new { name = "price", keywords = new[] { "pricelist" }, port = "output_1" },
            new { name = "stock", keywords = new[] { "stocklist" }, port = "output_2" },
        },
        default_port = "output_3",
    };

    private async Task AddRuleAsync(string field, string value)
    {
        using var client = shop.World.Service.Client("demo-engineer");
        var rule = $$"""{"owner":"ada","reason":"the new price list","expires":"2999-01-01T00:00:00Z","field":"{{field}}","value":"{{value}}"}""";
        using var answer = await client.PostAsync("/api/comparisons/ignore-rules", new StringContent(rule, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await Task.Delay(TimeSpan.FromSeconds(2.1));
    }

    /// <summary>V1 always says what is right; asked for an intent, the model names another one the second time.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        internal ComparedShop World { get; private set; } = null!;

        public async Task InitializeAsync() => World = await ComparedShop.ToldAsync(
            (call, _) => Task.FromResult(!call.Context.SystemPrompt.Contains("stock", StringComparison.Ordinal) ? Right : call.Number == 1 ? "price" : "stock"),
            null,
            "--FlowEngine:Comparisons:AgainstItself=100");

        public async Task DisposeAsync() => await World.DisposeAsync();
    }
}
