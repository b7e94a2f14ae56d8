using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Stages;

/// <summary>Every cell of the table over HTTP: who fails, by stage, and whether the candidate's state is there.</summary>
public sealed class StageTableTests(StageTableTests.Shop shop) : IClassFixture<StageTableTests.Shop>
{
    private const string V1Code = "prompt_missing";
    private const string V2Code = "node_type_disabled";

    /// <summary>5 stages, 4 ways to fail, with and without state.</summary>
    public static TheoryData<string, string, bool> Cells()
    {
        var cells = new TheoryData<string, string, bool>();
        foreach (var stage in StageNames.All)
        {
            foreach (var failing in new[] { "none", "v1", "v2", "v1+v2" })
            {
                cells.Add(stage, failing, false);
                cells.Add(stage, failing, true);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Turn_OfEachCell_IsAnsweredAsTheTableSays(string stage, string failing, bool hasState)
    {
        var (failsV1, failsV2) = (failing.Contains("v1", StringComparison.Ordinal), failing.Contains("v2", StringComparison.Ordinal));
        var session = $"{stage}-{failing}-{hasState}";
        var world = shop.World;
        await world.FailAsync(v1: false, v2: false);
        await world.SetAsync("off");
        var before = await world.SayAsync("merhaba", session);
        Assert.Equal("v1", before.Engine);
        if (hasState)
        {
            await world.KeepCandidateAsync(before.ConversationId, afterSeq: 1);
        }

        await world.FailAsync(failsV1, failsV2);
        await world.SetAsync(stage);
        var reply = await world.SayAsync("fiyatlar nedir?", session);

        var expected = Expected(stage, failsV1, failsV2, hasState ? Handover.TakenOver : Handover.Fresh);
        Assert.Equal([expected.Engine, expected.Failure, expected.Handover, expected.From, expected.Code], await world.TurnAsync(reply));
        Assert.Equal((expected.Engine, expected.Failure), (reply.Engine, reply.Failure));
        Assert.Equal(expected.Failure is null ? 0 : 1, reply.Kinds.Count(kind => kind == "fallback"));
        if (expected is { Engine: "v2", Failure: null })
        {
            Assert.Equal(hasState ? StagedShop.Answer : "City: .", Assert.Single(reply.Messages).GetProperty("content").GetString());
        }

        Assert.Equal(expected is { Engine: "v2", Failure: null } ? "ended" : "open", reply.Status);
    }

    private static (string Engine, string? Failure, string? Handover, string? From, string? Code) Expected(
        string stage, bool failsV1, bool failsV2, string handover) => (StageNames.Read(stage), failsV1, failsV2) switch
        {
            (Stage.Off or Stage.Shadow, true, _) => ("v1", V1Code, null, null, null),
            (Stage.Off or Stage.Shadow, false, _) => ("v1", null, null, null, null),
            (_, _, false) => ("v2", null, handover, null, null),
            (Stage.Complete, _, true) => ("v2", V2Code, handover, null, null),
            (_, false, true) => ("v1", null, null, "v2", V2Code),
            (_, true, true) => ("v2", V2Code, handover, "v2", V2Code),
        };

    /// <summary>One service for all cells.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        internal StagedShop World { get; private set; } = null!;

        public async Task InitializeAsync() => World = await StagedShop.StartAsync();

        public async Task DisposeAsync() => await World.DisposeAsync();
    }
}
