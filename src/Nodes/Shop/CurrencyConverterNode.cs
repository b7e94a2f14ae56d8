using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

public sealed record CurrencyConverterConfiguration
{
    [Description("Used where the message names none; by default the tenant's currency.")]
    public IReadOnlyList<string> Currencies { get; init; } = [];

    [Range(1, 8760)]
    public int? RatesMaxAgeHours { get; init; }
}

[NodeType("currency_converter", NodeCategory.Shop,
    Summary = "Adds prices at the tenant's own exchange rates, with the rates' date.",
    Reads = [RowValues.Products],
    Sets = [RowValues.Products + ":list"])]
[Port("next")]
[Port(NodePort.Error, Optional = true)]
internal sealed class CurrencyConverterNode : Node<CurrencyConverterConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        CurrencyConverterConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var ids = RowValues.Ids(context.Variables.Walk(RowValues.Products));
        var products = await context.Rows.ProductsAsync(ids, cancellationToken);
        var targets = Targets(configuration, context);
        if (!products.Any(product => product.Price is not null && targets.Any(target => target != product.Currency)))
        {
            return Result(products);
        }

        var rates = context.Turn.Tenant.Rates;
        if (rates is null)
        {
            return NodeResult.Fail(FailureCodes.CurrencyRateMissing, "the tenant has no exchange rates");
        }

        if (configuration.RatesMaxAgeHours is { } hours && context.Turn.Now - rates.At > TimeSpan.FromHours(hours))
        {
            return NodeResult.Fail(FailureCodes.CurrencyRatesTooOld, $"the rates are of {rates.At:O}, older than {hours} h");
        }

        var converted = new List<Product>(products.Count);
        foreach (var product in products)
        {
            if (!TryConvert(product, targets, rates, out var prices, out var missing))
            {
                return NodeResult.Fail(FailureCodes.CurrencyRateMissing, $"there is no rate from {product.Currency} to {missing}");
            }

            converted.Add(product with { ConvertedPrices = prices });
        }

        context.Rows.Remember(converted);
        return Result(converted);
    }

    private static NodeResult Result(IReadOnlyList<Product> products) =>
        NodeResult.Continue() with { Sets = WalkSets.Of((RowValues.Products, RowValues.Of(products))) };

    private static IReadOnlyList<string> Targets(CurrencyConverterConfiguration configuration, NodeContext context)
    {
        var named = CurrencyWords.In(context.UserMessage);
        return named.Count > 0 ? named
            : configuration.Currencies.Count > 0 ? [.. configuration.Currencies.Select(Money.Code).Distinct()]
            : [context.Turn.Tenant.Currency];
    }

    private static bool TryConvert(
        Product product, IReadOnlyList<string> targets, ExchangeRates rates, out IReadOnlyList<ConvertedPrice> prices, out string missing)
    {
        var made = new List<ConvertedPrice>();
        prices = made;
        missing = "";
        foreach (var target in targets.Where(target => product.Price is not null && target != product.Currency))
        {
            if (rates.Convert(product.Price!.Value, product.Currency, target) is not { } amount)
            {
                missing = target;
                return false;
            }

            made.Add(new(Math.Round(amount, 2, MidpointRounding.AwayFromZero), target, rates.At));
        }

        return true;
    }
}
