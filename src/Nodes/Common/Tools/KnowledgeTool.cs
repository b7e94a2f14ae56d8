using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common.Tools;

internal sealed class KnowledgeTool(NodeContext context)
{
    private const int Limit = 3;

    /// <summary>As for <c>knowledge_search</c>, unless it says otherwise.</summary>
    private const double MinScore = 0.3;

    public async ValueTask<(ToolAnswer Answer, IReadOnlyList<Passage> Found)> SearchAsync(Value arguments, CancellationToken cancellationToken)
    {
        if (ToolArguments.Text(arguments, "query") is not { } query)
        {
            return (ToolArguments.Missing("query"), []);
        }

        var found = await context.Ports.Knowledge.SearchAsync(context.Tenant, query, Limit, MinScore, cancellationToken);
        context.Rows.Remember(found);
        return (ToolAnswer.Of(Value.Object(("passages", Value.Of([.. found.Select(Shown)])))), found);
    }

    private static Value Shown(Passage passage) => Value.Object(
        ("title", Value.Of(passage.Title)),
        ("content", Value.Of(passage.Content)),
        ("url", Value.Of(passage.Url)));
}
