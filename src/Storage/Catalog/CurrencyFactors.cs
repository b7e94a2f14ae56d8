using System.Data.Common;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;

namespace FlowEngine.Storage.Catalog;

/// <summary>What one unit of each currency is worth in one common currency.</summary>
/// <param name="Own">The tenant's currency.</param>
internal sealed record CurrencyFactors(string Own, IReadOnlyDictionary<string, decimal> ByCurrency)
{
    public const string Sql = """
        SELECT t.currency, s.exchange_rates FROM tenants t
        LEFT JOIN bot_settings s ON s.tenant_id = t.id AND s.is_active
        WHERE t.id = @tenant_id
        """;

    public static CurrencyFactors? Read(DbDataReader reader)
    {
        if (!reader.Read())
        {
            return null;
        }

        var own = reader.GetString(0);
        return new(own, Of(own, StoredJson.Rates(reader.TextOrNull(1))));
    }

    private static Dictionary<string, decimal> Of(string own, ExchangeRates? rates)
    {
        if (rates?.Rates is null)
        {
            return new() { [own] = 1 };
        }

        var factors = rates.Rates.Where(rate => rate.Value > 0).ToDictionary(StringComparer.Ordinal);
        factors[rates.Base] = 1;
        return factors;
    }
}
