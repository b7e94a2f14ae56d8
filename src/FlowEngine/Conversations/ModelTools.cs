namespace FlowEngine.Conversations;

/// <summary>Names of the tools that a model may be offered.</summary>
public static class ModelTools
{
    /// <summary>Takes <c>query</c>.</summary>
    public const string SearchProducts = "search_products";

    /// <summary>Takes <c>product</c>: a number or a name.</summary>
    public const string GetProduct = "get_product";

    /// <summary>Takes <c>query</c>.</summary>
    public const string SearchKnowledge = "search_knowledge";

    public const string SaveLead = "save_lead";
}
