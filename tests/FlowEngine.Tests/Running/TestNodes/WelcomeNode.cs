using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record WelcomeConfiguration;

[NodeType("welcome", NodeCategory.Common, Summary = "Only a start.", IsEntryPoint = true, Says = Saying.Sometimes)]
[Port("next")]
internal sealed class WelcomeNode : Node<WelcomeConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        WelcomeConfiguration configuration, NodeContext context, CancellationToken cancellationToken) => Now(NodeResult.Continue());
}
