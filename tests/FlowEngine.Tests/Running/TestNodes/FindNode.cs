using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Tests.Running.TestNodes;

internal sealed record FindConfiguration;

[NodeType("find", NodeCategory.Shop, Summary = "Looks the message up.", Sets = ["products", "passages", "history"])]
[Port("found")]
[Port("not_found", Optional = true)]
internal sealed class FindNode : Node<FindConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        FindConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var products = await context.Ports.Catalog.SearchAsync(
            context.Tenant, new(context.UserMessage, null, 5), cancellationToken);
        var passages = await context.Ports.Knowledge.SearchAsync(context.Tenant, context.UserMessage, 5, 0, cancellationToken);
        context.Rows.Remember(products);
        return NodeResult.Continue(products.Count > 0 ? 0 : 1) with
        {
            Sets =
            [
                new(AssignmentScope.Walk, RowValues.Products, RowValues.Of(products)),
                new(AssignmentScope.Walk, RowValues.Passages, RowValues.Of(passages)),
            ],
        };
    }
}
