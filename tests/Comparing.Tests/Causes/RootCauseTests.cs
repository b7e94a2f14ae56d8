using FlowEngine.Comparing.Causes;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Tests.Ladder;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Causes;

public sealed class RootCauseTests
{
    private static readonly Difference s_wording = new("messages.text", "wording", Severity.Minor, "a", "b");

    public static TheoryData<string, string> Causes => new()
    {
        { "input", "input" }, { "variable", "variable:city" }, { "branch", "branch:1:1 output_1>1 output_2" }, { "failure", "failure:v2=none:v2=model_timeout" },
        { "passages", "passages:knowledge.search:2" }, { "prompt", "prompt:v2>v2:messages.text:wording" }, { "model", "model:small>large:messages.text:wording" },
        { "post_processing", "post_processing:v2>v2:messages.text:wording" },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void Of_OneThingOther_NamesIt(string kind, string cluster)
    {
        var cause = RootCauses.Of(Base, Changed(Base, kind), s_wording);

        Assert.Equal((kind, cluster), (cause.Kind, cause.Cluster));
    }

    [Fact]
    public void Of_SeveralThingsOther_IsTheFirstOnTheWayOfATurn()
    {
        string[] order = ["post_processing", "model", "prompt", "passages", "branch", "variable", "input"];
        var candidate = Base;
        foreach (var kind in order)
        {
            candidate = Changed(candidate, kind);
            Assert.Equal(kind, RootCauses.Of(Base, candidate, s_wording).Kind);
        }
    }

    [Fact]
    public void Of_TwoConversations_IsOneCluster()
    {
        var one = RootCauses.Of(Base, Changed(Base, "model"), s_wording);
        var other = RootCauses.Of(
            Base with { InputHash = "b", Messages = [Sample.Says("Merhaba Ali")] },
            Changed(Base, "model") with { InputHash = "b" },
            s_wording with { Control = "Ali" });

        Assert.Equal(one.Cluster, other.Cluster);
    }

    [Fact]
    public void Of_SameModelWithAnotherAnswer_IsTheModel() =>
        Assert.Equal("model:small:messages.text:wording", RootCauses.Of(Sample.V2(), Sample.V2("x"), s_wording).Cluster);

    [Fact]
    public void Of_NodeThatFailedOnOneSide_IsTheFailure()
    {
        var failed = Base with { Failure = new("model_timeout", null), Path = [Base.Path[0], new("2", "ai_response", null)] };

        Assert.Equal("failure", RootCauses.Of(Base, failed, null).Kind);
    }

    private static Observation Base => Sample.V2() with
    {
        PromptHash = "p",
        VariablesBefore = new Dictionary<string, string> { ["city"] = "1" },
        OutsideAnswers = [new("knowledge.search", "2", "[1]"), new("model", "2", """{"text":"a"}""")],
    };

    private static Observation Changed(Observation one, string kind) => kind switch
    {
        "input" => one with { InputHash = "other" },
        "variable" => one with { VariablesBefore = new Dictionary<string, string> { ["city"] = "2" } },
        "branch" => one with { Path = [one.Path[0] with { Port = "output_2" }, .. one.Path.Skip(1)] },
        "failure" => one with { Failure = new("model_timeout", null) },
        "passages" => one with { OutsideAnswers = [new("knowledge.search", "2", "[2]"), .. one.OutsideAnswers.Skip(1)] },
        "prompt" => one with { PromptHash = "q" },
        "model" => one with { Model = "large" },
        _ => one with { Messages = [Sample.Says("b")] },
    };
}
