using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Demo;
using FlowEngine.Storage.Import;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>Whatever a candidate does, the user has the answer, the comparison says what happened, and the next ones are made.</summary>
public sealed class MisbehavingCandidateTests(MisbehavingCandidateTests.Shop shop) : IClassFixture<MisbehavingCandidateTests.Shop>
{
    private const string Good = "Merhaba, size nasıl yardımcı olabilirim?";

    /// <summary>Timers count in milliseconds, and may be early by a part of one.</summary>
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData("throws", "candidate_failed", "model_failed")]
    [InlineData("nothing", "candidate_failed", "model_failed")]
    [InlineData("hangs", "candidate_failed", "candidate_timeout")]
    [InlineData("deaf", "candidate_failed", "candidate_timeout")]
    [InlineData("bug", "candidate_failed", "candidate_threw")]
    [InlineData("slow", "matched", null)]
    public async Task Candidate_ThatMisbehaves_IsToldOfAndStopsNobody(string way, string result, string? code)
    {
        await shop.World.TenantAsync("demo", "live", Good);

        var reply = await shop.World.SayAsync(way, way);
        Assert.Equal(("v2", null, Good), (reply.Engine, reply.Failure, reply.Answer));
        var next = await shop.World.SayAsync("well", way);
        await shop.World.SettleAsync();

        var pair = await shop.World.PairAsync(reply);
        Assert.Equal((result, code), (pair.Result, pair.FailureCode));
        Assert.InRange(pair.CandidateMs!.Value, way == "slow" ? (Shop.Slow - s_tick).TotalMilliseconds : 0, double.MaxValue);
        Assert.Equal("matched", (await shop.World.PairAsync(next)).Result);
    }

    [Fact]
    public async Task Flow_ThatLoops_FailsWithinItsLimitAsACandidate()
    {
        await shop.World.TenantAsync("demo", "shadow", Good);
        await shop.World.Shop.PublishAsync(FlowDocuments.Document(
            (1, "set_variable", new { assignments = new[] { new { name = "conversation.count", op = "add" } } }, [2]),
            (2, "condition", new { left = "conversation.count", op = "lt", right = 1_000_000 }, [1, 3]),
            (3, "end", new { }, [])));
        var reply = await shop.World.SayAsync("well", "loop");
        await shop.World.SettleAsync();
        await shop.World.Shop.PublishAsync(ComparedShop.Saying(Good));
        var next = await shop.World.SayAsync("well again", "loop");
        await shop.World.SettleAsync();

        var pair = await shop.World.PairAsync(reply);
        Assert.Equal(("v1", null, Good), (reply.Engine, reply.Failure, reply.Answer));
        Assert.Equal(("candidate_failed", FailureCodes.StepLimit), (pair.Result, pair.FailureCode));
        Assert.Equal("matched", (await shop.World.PairAsync(next)).Result);
    }

    [Fact]
    public async Task TwoTenants_WhoseCandidatesHang_DoNotHoldUpAThird()
    {
        await shop.ThirdAsync();
        foreach (var tenant in new[] { "demo", "demo-en", "third" })
        {
            await shop.World.TenantAsync(tenant, "live", Good);
            await shop.World.OnlyModelAsync(tenant, "told");
        }

        for (var i = 0; i < 12; i++)
        {
            await shop.SayAsync("demo", "hangs", $"first {i}");
            await shop.SayAsync("demo-en", "hangs", $"second {i}");
        }

        await shop.SayAsync("third", "well", "third");
        await shop.World.UntilAsync("result = 'matched' AND tenant_id = (SELECT id FROM tenants WHERE slug = 'third')", count => count == 1);

        Assert.True(await shop.PendingAsync("demo") > 0 && await shop.PendingAsync("demo-en") > 0, "they held it up");
        await shop.World.SettleAsync();
        Assert.Equal(24, await shop.World.CountAsync("result = 'candidate_failed' AND verdict LIKE '%candidate_timeout%' AND input LIKE '%hangs%' AND conversation_id IN (SELECT id FROM ai_conversations WHERE session_id LIKE 'first%' OR session_id LIKE 'second%')"));
    }

    /// <summary>V1's model, or its knowledge, does what the message says.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        private readonly TaskCompletionSource<string> _never = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal static TimeSpan Slow { get; } = TimeSpan.FromMilliseconds(300);

        internal ComparedShop World { get; private set; } = null!;

        public async Task InitializeAsync() => World = await ComparedShop.ToldAsync(
            AnswerAsync,
            builder => builder.Services.AddSingleton<IKnowledgeBase, BuggyKnowledge>(),
            "--FlowEngine:Comparisons:AgainstItself=0",
            "--FlowEngine:Comparisons:CandidateSeconds=1",
            "--FlowEngine:Comparisons:Concurrency=2");

        public async Task DisposeAsync()
        {
            _never.SetCanceled();
            await World.DisposeAsync();
        }

        internal async Task ThirdAsync()
        {
            var data = DemoFile.Read(Path.Combine(AppContext.BaseDirectory, "Demo", "demo.json")) with { Slug = "third" };
            await World.Service.Services.GetRequiredService<TenantImporter>().ImportAsync(data, "default", CancellationToken.None);
        }

        internal Task<Reply> SayAsync(string tenant, string text, string session) =>
            World.Service.Api("demo-operator", ("X-Tenant", tenant)).SayAsync(text, ChatApi.Toggle, new { sessionId = session });

        internal Task<int> PendingAsync(string tenant) =>
            World.PendingAsync($"tenant_id = (SELECT id FROM tenants WHERE slug = '{tenant}')");

        private async Task<string> AnswerAsync(ToldCall call, CancellationToken cancellationToken)
        {
            switch (call.Message)
            {
                case "throws":
                    throw new InvalidOperationException("A bug.");
                case "nothing":
                    return "";
                case "hangs":
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    return Good;
                case "deaf":
                    return await _never.Task;
                case "slow":
                    await Task.Delay(Slow, cancellationToken);
                    return Good;
                default:
                    return Good;
            }
        }
    }

    /// <summary>Gives up though nobody asked it to.</summary>
    private sealed class BuggyKnowledge : IKnowledgeBase
    {
        public ValueTask<IReadOnlyList<Passage>> SearchAsync(
            TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken) =>
            text == "bug" ? throw new OperationCanceledException("A bug.") : new(Array.Empty<Passage>());

        public ValueTask<IReadOnlyList<Passage>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
            new(Array.Empty<Passage>());
    }
}
