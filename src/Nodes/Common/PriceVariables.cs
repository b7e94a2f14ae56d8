namespace FlowEngine.Nodes.Common;

/// <summary>Walk variables of <c>price_query</c>.</summary>
internal static class PriceVariables
{
    /// <summary><c>cheapest</c>, <c>dearest</c>, <c>range</c>, <c>named</c> or <c>list</c>.</summary>
    public const string Type = "price_query_type";

    public const string VatNote = "vat_note";
}
