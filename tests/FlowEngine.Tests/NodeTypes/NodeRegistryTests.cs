using FlowEngine.NodeTypes;
using FlowEngine.Tests.Running.TestNodes;
using Xunit;

namespace FlowEngine.Tests.NodeTypes;

public sealed class NodeRegistryTests
{
    [Fact]
    public void Find_ByName_GivesWhatTheAttributesSay()
    {
        var type = TestRegistry.Make().Find("ask")!;

        Assert.Equal(typeof(AskConfiguration), type.ConfigurationType);
        Assert.True(type.Waits);
        Assert.Equal(
            [new NodePort("next", 1, false), new NodePort("gave_up", 2, true), new NodePort("timeout", 3, true)], type.Ports);
        Assert.False(type.HasConfiguredPorts);
        Assert.Null(TestRegistry.Make().Find("ASK"));
    }

    [Fact]
    public void PortsOf_AConfiguredType_FollowTheConfiguration()
    {
        var type = TestRegistry.Make().Find("choose")!;

        Assert.True(type.HasConfiguredPorts);
        Assert.Equal(
            [new NodePort("x", 3, false), new NodePort("default", 0, true)],
            type.PortsOf(new ChooseConfiguration { Cases = [new() { Word = "x", Port = "output_3" }] }));
    }

    [Theory]
    [InlineData("error", PortFallback.Fail)]
    [InlineData("timeout", PortFallback.KeepWaiting)]
    [InlineData("default", PortFallback.NoCase)]
    [InlineData("gave_up", PortFallback.FirstPort)]
    [InlineData("not_found", PortFallback.FirstPort)]
    public void Fallback_OfAnOptionalPort_FollowsFromItsName(string name, PortFallback fallback)
    {
        Assert.Equal(fallback, new NodePort(name, 1, true).Fallback);
        Assert.Equal(PortFallback.None, new NodePort(name, 1, false).Fallback);
    }

    [Theory]
    [InlineData("output_1", 1)]
    [InlineData("output_12", 12)]
    [InlineData("output_0", null)]
    [InlineData("output_-1", null)]
    [InlineData("output_", null)]
    [InlineData("input_1", null)]
    [InlineData(null, null)]
    public void OutputNumber_OfAName_IsItsNumberOrNull(string? name, int? number) => Assert.Equal(number, NodePort.OutputNumber(name));

    [Fact]
    public void Registry_WithTwoTypesOfOneName_StopsAndNamesBoth()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new NodeRegistry([new SayNode(), new SecondSayNode()]));

        Assert.Contains("'say'", fault.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SayNode), fault.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SecondSayNode), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Registry_WithAnIncompleteType_Stops()
    {
        Assert.Throws<InvalidOperationException>(() => new NodeRegistry([new UndeclaredNode()]));
        Assert.Throws<InvalidOperationException>(() => new NodeRegistry([new BareNode()]));
    }

    [NodeType("say", NodeCategory.Common, Summary = "The same name again.")]
    private sealed class SecondSayNode : Node<SayConfiguration>
    {
        protected override ValueTask<NodeResult> RunAsync(
            SayConfiguration configuration, NodeContext context, CancellationToken cancellationToken) => Now(NodeResult.Continue());
    }

    private sealed class UndeclaredNode : Node<SayConfiguration>
    {
        protected override ValueTask<NodeResult> RunAsync(
            SayConfiguration configuration, NodeContext context, CancellationToken cancellationToken) => Now(NodeResult.Continue());
    }

    [NodeType("bare", NodeCategory.Common, Summary = "Without a configuration record.")]
    private sealed class BareNode : INode
    {
        public ValueTask<NodeResult> RunAsync(NodeContext context, CancellationToken cancellationToken) => new(NodeResult.Continue());
    }
}
