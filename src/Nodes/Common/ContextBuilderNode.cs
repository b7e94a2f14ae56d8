using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

public sealed record ContextBuilderConfiguration
{
    public bool IncludeDirectives { get; init; } = true;

    [Description("The walk's history; loaded here where no history_loader ran before.")]
    public bool IncludeHistory { get; init; } = true;

    [Description("The walk's products; searched for here, by the user's message, where no node looked for any before.")]
    public bool IncludeProducts { get; init; } = true;

    [Description("The walk's passages; searched for here, by the user's message, where no knowledge_search ran before.")]
    public bool IncludeKnowledge { get; init; } = true;

    public bool IncludeVariables { get; init; } = true;

    [Description("The walk's contact, else the tenant's contact facts.")]
    public bool IncludeContact { get; init; } = true;

    [Range(0, 100)]
    public int HistoryLimit { get; init; } = 10;

    [Description("Oldest messages, then the least fitting passages, then the last products are left out to keep it.")]
    [Range(100, 1_000_000)]
    public int TokenBudget { get; init; } = 6_000;

    [ReadsVariables(ReadKind.Optional)]
    [SentOut("the model's prompt")]
    [Description("Names of variables that the model may see; the walk's own before the conversation's.")]
    public IReadOnlyList<string> Variables { get; init; } = ["name", "category_answers"];

    [Description("Of products found here; 0: none are looked for.")]
    [Range(0, 20)]
    public int ProductLimit { get; init; } = 5;

    [Description("Of passages found here; 0: none are looked for.")]
    [Range(0, 20)]
    public int KnowledgeLimit { get; init; } = 3;

    [Description("0 to 1: the share of the question's words, weighted by rarity, that a passage must have.")]
    [Range(0.0, 1.0)]
    public double KnowledgeMinScore { get; init; } = 0.3;
}

/// <summary>The directives, the contact facts and the user's message are never left out.</summary>
[NodeType("context_builder", NodeCategory.Common,
    Summary = "Gathers what the model will see, within a token budget; finds passages and products by the user's message where the walk looked for none.",
    Reads = ["history?", "products?", "passages?", "category?", "contact?", "comparison?"],
    Sets = [ContextParts.Variable + ":object"])]
[Port("next")]
internal sealed class ContextBuilderNode : Node<ContextBuilderConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        ContextBuilderConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var gathered = new TokenBudget(
            await HistoryAsync(configuration, context, cancellationToken),
            await PassagesAsync(configuration, context, cancellationToken),
            await ProductsAsync(configuration, context, cancellationToken));
        var directives = configuration.IncludeDirectives ? context.Turn.Tenant.Directives : [];
        var contact = configuration.IncludeContact ? Contact(context) : Value.Null;
        var variables = configuration.IncludeVariables ? Variables(configuration, context) : [];
        var always = context.UserMessage.Length
            + directives.Sum(rule => rule.Key.Length + rule.Value.Length)
            + contact.Members.Sum(fact => fact.Value.ToString().Length)
            + variables.Sum(pair => pair.Key.Length + pair.Value.ToString().Length);
        var kept = gathered.Within(configuration.TokenBudget, always);
        var parts = new ContextParts
        {
            Directives = [.. directives.Select(rule => rule.Key)],
            History = kept.History,
            Products = IsDecided(RowValues.Products, configuration.IncludeProducts, gathered.Products.Count, context)
                ? [.. kept.Products.Select(product => product.Id)]
                : null,
            Passages = IsDecided(RowValues.Passages, configuration.IncludeKnowledge, gathered.Passages.Count, context)
                ? [.. kept.Passages.Select(passage => passage.Id)]
                : null,
            Contact = contact,
            Variables = variables,
        };
        return NodeResult.Continue() with { Sets = WalkSets.Of((ContextParts.Variable, parts.ToValue())) };
    }

    /// <summary>False: nothing is known yet, so what a later node finds is shown.</summary>
    private static bool IsDecided(string variable, bool isIncluded, int found, NodeContext context) =>
        !isIncluded || found > 0 || context.Variables.IsSetInWalk(variable);

    private static async ValueTask<IReadOnlyList<HistoryMessage>> HistoryAsync(
        ContextBuilderConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        if (!configuration.IncludeHistory || configuration.HistoryLimit == 0)
        {
            return [];
        }

        var history = context.Variables.IsSetInWalk(HistoryValues.Variable)
            ? HistoryValues.Read(context.Variables.Walk(HistoryValues.Variable))
            : await context.Ports.History.NewestAsync(
                context.Tenant, context.Turn.ConversationId, configuration.HistoryLimit, includeSystem: false, cancellationToken);
        return [.. history.TakeLast(configuration.HistoryLimit)];
    }

    private static async ValueTask<IReadOnlyList<Passage>> PassagesAsync(
        ContextBuilderConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        if (!configuration.IncludeKnowledge)
        {
            return [];
        }

        if (context.Variables.IsSetInWalk(RowValues.Passages))
        {
            return await context.Rows.PassagesAsync(RowValues.Ids(context.Variables.Walk(RowValues.Passages)), cancellationToken);
        }

        if (configuration.KnowledgeLimit == 0 || UnicodeText.IsBlank(context.UserMessage))
        {
            return [];
        }

        var found = await context.Ports.Knowledge.SearchAsync(
            context.Tenant, context.UserMessage, configuration.KnowledgeLimit, configuration.KnowledgeMinScore, cancellationToken);
        context.Rows.Remember(found);
        return found;
    }

    private static async ValueTask<IReadOnlyList<Product>> ProductsAsync(
        ContextBuilderConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        if (!configuration.IncludeProducts)
        {
            return [];
        }

        if (context.Variables.IsSetInWalk(RowValues.Products))
        {
            return await context.Rows.ProductsAsync(RowValues.Ids(context.Variables.Walk(RowValues.Products)), cancellationToken);
        }

        if (configuration.ProductLimit == 0 || UnicodeText.IsBlank(context.UserMessage))
        {
            return [];
        }

        var query = new ProductQuery(context.UserMessage, null, configuration.ProductLimit);
        var found = await context.Ports.Catalog.SearchAsync(context.Tenant, query, cancellationToken);
        context.Rows.Remember(found);
        return found;
    }

    private static Value Contact(NodeContext context)
    {
        var set = context.Variables.Walk(ContactValues.Variable);
        return set.IsEmpty ? ContactValues.Of(context.Turn.Tenant.Contact, context.Language, context.Turn.Tenant.SiteUrl) : set;
    }

    private static Dictionary<string, Value> Variables(ContextBuilderConfiguration configuration, NodeContext context)
    {
        var shown = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var name in configuration.Variables)
        {
            var value = context.Variables.IsSetInWalk(name) ? context.Variables.Walk(name) : context.Variables.Conversation(name);
            if (!value.IsEmpty)
            {
                shown[name] = value;
            }
        }

        return shown;
    }
}
