using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public sealed record KnowledgeSearchConfiguration
{
    [Description("By default the user's message.")]
    public LocalizedTemplate? Query { get; init; }

    [Range(1, 20)]
    public int Limit { get; init; } = 3;

    [Description("0 to 1: the share of the question's words, weighted by rarity, that a passage must have.")]
    [Range(0.0, 1.0)]
    public double MinScore { get; init; } = 0.3;
}

[NodeType("knowledge_search", NodeCategory.Common,
    Summary = "Finds passages of the tenant's knowledge base.",
    Sets = [RowValues.Passages + ":list"])]
[Port("found")]
[Port("not_found", Optional = true)]
internal sealed class KnowledgeSearchNode : Node<KnowledgeSearchConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        KnowledgeSearchConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var query = configuration.Query?.Render(context.Scope) ?? context.UserMessage;
        IReadOnlyList<Passage> passages = UnicodeText.IsBlank(query)
            ? []
            : await context.Ports.Knowledge.SearchAsync(
                context.Tenant, query, configuration.Limit, configuration.MinScore, cancellationToken);
        context.Rows.Remember(passages);
        return NodeResult.Continue(passages.Count > 0 ? 0 : 1) with
        {
            Sets = WalkSets.Of((RowValues.Passages, RowValues.Of(passages))),
        };
    }
}
