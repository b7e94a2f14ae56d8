using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Catalog;

/// <summary>The statement that sorts products of several currencies by price.</summary>
internal sealed record PriceSql(string Sql, IReadOnlyList<(string Name, object? Value)> Arguments)
{
    /// <summary>Null where the bounds are in a currency that has no rate. Products of such a currency are left out.</summary>
    public static PriceSql? Of(TenantKey tenant, PriceRange range, CurrencyFactors factors)
    {
        var bound = factors.ByCurrency.GetValueOrDefault(range.Currency ?? factors.Own);
        if (bound == 0 && (range.Minimum ?? range.Maximum) is not null)
        {
            return null;
        }

        var known = factors.ByCurrency.OrderBy(factor => factor.Key, StringComparer.Ordinal).ToList();
        var price = "p.price * CASE p.currency "
            + string.Concat(Enumerable.Range(0, known.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"WHEN @currency{i} THEN @factor{i} ")))
            + "END";
        var conditions = new List<string> { ProductSql.Select, $"{price} IS NOT NULL" };
        List<(string, object?)> arguments =
        [
            ("tenant_id", tenant.TenantId), ("limit", (long)range.Limit),
            .. SqlList.Values("currency", known.Select(factor => factor.Key)),
            .. SqlList.Values("factor", known.Select(factor => factor.Value)),
        ];
        Add(range.Minimum is not null, $"{price} >= @minimum", ("minimum", range.Minimum * bound));
        Add(range.Maximum is not null, $"{price} <= @maximum", ("maximum", range.Maximum * bound));
        Add(range.CategorySlug is not null, "c.slug = @category", ("category", range.CategorySlug));
        if (range.ExcludedCategories.Count > 0)
        {
            conditions.Add($"(c.slug IS NULL OR c.slug NOT IN ({SqlList.Names("excluded", range.ExcludedCategories.Count)}))");
            arguments.AddRange(SqlList.Values("excluded", range.ExcludedCategories));
        }

        var order = range.DearestFirst ? "DESC" : "ASC";
        return new($"{string.Join(" AND ", conditions)} ORDER BY {price} {order}, p.featured DESC, p.id LIMIT @limit", arguments);

        void Add(bool wanted, string condition, (string, object?) argument)
        {
            if (wanted)
            {
                conditions.Add(condition);
                arguments.Add(argument);
            }
        }
    }
}
