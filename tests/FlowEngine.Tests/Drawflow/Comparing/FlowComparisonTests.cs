using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Comparing;
using Xunit;

namespace FlowEngine.Tests.Drawflow.Comparing;

public sealed class FlowComparisonTests
{
    [Fact]
    public void Compare_ChangedText_SaysWhereAndBothTexts()
    {
        var change = Assert.Single(FlowComparison.Compare(Saying("a"), Saying("b")));

        Assert.Equal(FlowChangeKind.ConfigurationChanged, change.Kind);
        Assert.Equal(("Home", "1", "message", "Hello"), (change.Module, change.NodeId, change.NodeType, change.Label));
        Assert.Equal(("/content", "a", "b"), (change.Pointer, change.Before?.GetString(), change.After?.GetString()));
    }

    [Fact]
    public void Compare_ConfigurationThatAnOldEditorWrapped_IsTheSame()
    {
        const string node = """{"id":1,"name":"message","data":DATA,"class":"","html":"","typenode":false,"inputs":{},"outputs":{},"pos_x":0,"pos_y":0}""";
        var (plain, wrapped) = (Read(node.Replace("DATA", """{"content":"x"}""")), Read(node.Replace("DATA", """{"config":{"content":"x"}}""")));

        Assert.Empty(FlowComparison.Compare(plain, wrapped));
    }

    [Fact]
    public void Compare_MovedNode_HasBothPlaces()
    {
        var there = new ComparedFlow(new DrawflowBuilder().Node("1", "message", x: 1.5, y: -2).Build());
        var here = new ComparedFlow(new DrawflowBuilder().Node("1", "message", x: 3, y: -2).Build());

        var change = Assert.Single(FlowComparison.Compare(there, here));

        Assert.Equal(("""{"x":1.5,"y":-2}""", """{"x":3,"y":-2}"""), (change.Before?.GetRawText(), change.After?.GetRawText()));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(null, "{}")]
    [InlineData("""{"maxSteps":1,"maxSeconds":2}""", """{ "maxSeconds": 2, "maxSteps": 1 }""")]
    public void Compare_SettingsOfTheSameMeaning_AreTheSame(string? before, string? after) =>
        Assert.Empty(FlowComparison.Compare(Saying("x") with { Settings = before }, Saying("x") with { Settings = after }));

    [Fact]
    public void Compare_SettingsThatAreNoJson_AreComparedAsText()
    {
        var change = Assert.Single(FlowComparison.Compare(Saying("x") with { Settings = "broken" }, Saying("x")));

        Assert.Equal((FlowChangeKind.SettingsChanged, "", "broken"), (change.Kind, change.Pointer, change.Before?.GetString()));
    }

    private static ComparedFlow Saying(string text) =>
        new(new DrawflowBuilder().Node("1", "message", new JsonObject { ["label"] = "Hello", ["content"] = text }).Build());

    private static ComparedFlow Read(string node) =>
        new(DrawflowReader.Read("""{"drawflow":{"Home":{"data":{"1":NODE}}}}""".Replace("NODE", node)).Document!);
}
