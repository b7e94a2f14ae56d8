using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

public sealed record LinkGeneratorConfiguration
{
    [Link]
    [Description("Absolute; by default the tenant's site.")]
    public string? BaseUrl { get; init; }

    [Link]
    [Description("Path of a page by module:type, such as shop:product, with {slug} in it; by default products have their own addresses.")]
    public IReadOnlyDictionary<string, string> Routes { get; init; } = new Dictionary<string, string>();
}

/// <summary>A marker of a product or category that the tenant does not have, or of a kind without a route, is removed.</summary>
[NodeType("link_generator", NodeCategory.Common,
    Summary = "Replaces the markers [LINK:module:type:slug] in the answer by links of the tenant's site.",
    Reads = [AnswerVariables.Answer + "?", AnswerVariables.MessageId + "?", AnswerVariables.Products + "?"],
    Sets = [AnswerVariables.Answer + ":text"])]
[Port("next")]
internal sealed class LinkGeneratorNode : Node<LinkGeneratorConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        LinkGeneratorConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var answer = context.Variables.Walk(AnswerVariables.Answer);
        var messageId = context.Variables.Walk(AnswerVariables.MessageId).Text;
        if (answer.Text is not { } text || messageId is null || !text.Contains(LinkMarker.Opening, StringComparison.Ordinal))
        {
            return NodeResult.Continue() with { Sets = WalkSets.Of((AnswerVariables.Answer, answer)) };
        }

        var products = await context.Rows.ProductsAsync(RowValues.Ids(context.Variables.Walk(AnswerVariables.Products)), cancellationToken);
        var site = configuration.BaseUrl ?? context.Turn.Tenant.SiteUrl;
        var links = await LinkTargets.FindAsync(text, site, configuration.Routes, products, context, cancellationToken);
        var linked = LinkMarker.ReplaceAll(text, marker => links.TryGetValue(marker, out var link) ? link.Url : "");
        var message = new Message
        {
            Id = messageId,
            Role = MessageRole.Assistant,
            Content = linked,
            Links = [.. links.Values.Distinct()],
            Products = products,
        };
        return NodeResult.Continue() with { Replacement = message, Sets = WalkSets.Of((AnswerVariables.Answer, Value.Of(linked))) };
    }
}
