using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

/// <summary>
/// Catalogue rows among the variables of a walk that waits: stored as ids, read again when the walk goes on, so that nobody is told
/// yesterday's price.
/// </summary>
internal static class StoredRows
{
    /// <summary>The variables with ids in the place of rows; the same object where there are no rows.</summary>
    public static IReadOnlyDictionary<string, Value> ToIds(IReadOnlyDictionary<string, Value> variables)
    {
        var products = variables.GetValueOrDefault(RowValues.Products);
        var passages = variables.GetValueOrDefault(RowValues.Passages);
        if (!AreRows(products) && !AreRows(passages))
        {
            return variables;
        }

        var stored = new Dictionary<string, Value>(variables, StringComparer.Ordinal);
        Replace(stored, RowValues.Products, products);
        Replace(stored, RowValues.Passages, passages);
        return stored;
    }

    /// <summary>Puts the rows back into the variables of a walk's frames; rows that are gone are left out.</summary>
    public static async ValueTask LoadAsync(IEnumerable<VariableScope> scopes, NodeContext context, CancellationToken cancellationToken)
    {
        foreach (var variables in scopes)
        {
            if (variables.Get(RowValues.Products) is var products && AreIds(products))
            {
                var rows = await context.Rows.ProductsAsync(RowValues.Ids(products), cancellationToken);
                variables.Set(RowValues.Products, RowValues.Of(rows));
            }

            if (variables.Get(RowValues.Passages) is var passages && AreIds(passages))
            {
                var rows = await context.Rows.PassagesAsync(RowValues.Ids(passages), cancellationToken);
                variables.Set(RowValues.Passages, RowValues.Of(rows));
            }
        }
    }

    private static void Replace(Dictionary<string, Value> stored, string name, Value rows)
    {
        if (AreRows(rows))
        {
            stored[name] = Value.Of([.. RowValues.Ids(rows).Select(id => Value.Of((decimal)id))]);
        }
    }

    /// <summary>An author may use these names for something else, which then stays as it is.</summary>
    private static bool AreRows(Value value) =>
        value.Items.Count > 0 && value.Items.All(item => item.Kind == ValueKind.Object && IsId(item["id"]));

    private static bool AreIds(Value value) => value.Items.Count > 0 && value.Items.All(IsId);

    private static bool IsId(Value value) =>
        value.Kind == ValueKind.Number && value.Number is >= long.MinValue and <= long.MaxValue;
}
