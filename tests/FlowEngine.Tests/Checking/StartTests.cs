using Xunit;

namespace FlowEngine.Tests.Checking;

public sealed class StartTests
{
    [Fact]
    public void Start_OnlyWelcomeThatIsConnected_IsIt()
    {
        var result = Checks.Of("s say > e\nw welcome > s\ne end");

        Assert.Equal("w", result.StartNodeId);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Start_OfTwoWelcomes_IsTheConnectedOne()
    {
        var result = Checks.Of("v welcome\nw welcome > e\ne end");

        Assert.Equal("w", result.StartNodeId);
        Assert.Contains("unreachable_node v", Checks.Found(result));
    }

    [Fact]
    public void Start_WithoutAWelcome_IsTheOnlyNodeThatNothingLeadsTo()
    {
        Assert.Equal("s", Checks.Of("e end\nt say > e\ns say > t").StartNodeId);
    }

    [Fact]
    public void Start_Stored_ComesFirst()
    {
        var result = Checks.Of("w welcome > s\ns ask > t\nt say > s", start: "t");

        Assert.Equal("t", result.StartNodeId);
        Assert.Contains("unreachable_node w", Checks.Found(result));
    }

    [Fact]
    public void Start_StoredButGone_IsNone()
    {
        var result = Checks.Of("w welcome > e\ne end", start: "gone");

        Assert.Null(result.StartNodeId);
        Assert.Equal(["no_start"], Checks.Found(result));
    }

    [Fact]
    public void Start_TwoEntries_IsAFindingThatNamesBoth()
    {
        var result = Checks.Of("a say > e\nb say > e\ne end");

        var finding = Assert.Single(result.Findings);
        Assert.Equal("several_starts", finding.Code);
        Assert.Contains("(a)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("(b)", finding.Message, StringComparison.Ordinal);
        Assert.Null(result.Document);
    }

    [Fact]
    public void Start_TwoConnectedWelcomesInALoop_NamesBoth()
    {
        var result = Checks.Of("a welcome > b\nb welcome > q\nq ask > a");

        Assert.Equal("several_starts", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void Start_EveryNodeIsReached_IsNone()
    {
        var result = Checks.Of("a ask > b\nb say > a");

        Assert.Equal(["no_start"], Checks.Found(result));
    }

    [Fact]
    public void Start_ReachedOnlyByAJump_IsNoEntry()
    {
        var result = Checks.Of("a ask > j\nj jump {\"target\":\"b\"}\nb say > e\ne end");

        Assert.Equal("a", result.StartNodeId);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Other\na welcome > e\ne end")]
    public void Start_NothingInHome_IsAFinding(string flow) =>
        Assert.Contains("no_start", Checks.Found(Checks.Of(flow)));

    [Fact]
    public void Start_OfACalledModule_FollowsTheSameRule()
    {
        const string home = "w welcome > c\nc call {\"flow\":\"#Sub\"} > e\ne end\n# Sub\n";

        var good = Checks.Of(home + "a say > b\nb end");
        Assert.Equal("a", good.Document?.Starts["Sub"]);
        Assert.Contains("several_starts a", Checks.Found(Checks.Of(home + "a say > f\nb say > f\nf end")));
        Assert.Contains("no_start", Checks.Found(Checks.Of(home + "b end")));
    }

    [Fact]
    public void Start_OfAModuleThatNothingCalls_IsNoError()
    {
        var result = Checks.Of("w welcome > e\ne end\n# Old\na say > f\nb say > f\nf end");

        Assert.Equal(["unused_module"], Checks.Found(result));
        Assert.NotNull(result.Document);
    }
}
