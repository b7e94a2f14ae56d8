using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

/// <summary>What is said beside prices, which are without VAT.</summary>
internal static class VatNote
{
    public static string Of(LocalizedTemplate? own, bool withVat, decimal rate, IReadOnlyList<Product> products, TextScope scope)
    {
        if (own is not null)
        {
            return own.Render(scope);
        }

        var isTurkish = scope.Language == "tr";
        if (!withVat)
        {
            return isTurkish ? "Fiyatlarımıza KDV dahil değildir." : "Our prices are without VAT.";
        }

        var percent = rate.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        var gross = string.Join("; ", products
            .Where(product => product.Price is not null)
            .Select(product => $"{product.Name}: {Money.Format(product.Price!.Value * (1 + (rate / 100)), product.Currency, scope.Language)}"));
        return isTurkish
            ? $"Fiyatlarımıza KDV dahil değildir. %{percent} KDV ile: {gross}."
            : $"Our prices are without VAT. With {percent}% VAT: {gross}.";
    }
}
