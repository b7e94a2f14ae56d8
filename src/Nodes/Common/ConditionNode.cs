using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

/// <summary>The whole configuration is the condition, so that the forms of the old system are read where they stand.</summary>
[NodeType("condition", NodeCategory.Common, Summary = "Goes on at 'true' where its condition holds, else at 'false'.")]
[Port("true")]
[Port("false")]
internal sealed class ConditionNode : Node<Condition>
{
    private const int True = 0;
    private const int False = 1;

    protected override ValueTask<NodeResult> RunAsync(Condition configuration, NodeContext context, CancellationToken cancellationToken) =>
        Now(NodeResult.Continue(configuration.Evaluate(context.Scope) ? True : False));
}
