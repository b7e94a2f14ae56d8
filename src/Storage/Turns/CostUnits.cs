namespace FlowEngine.Storage.Turns;

/// <summary>Totals of costs are kept in whole billionths, so that adding them up is exact on every database.</summary>
public static class CostUnits
{
    private const decimal One = 1_000_000_000;
    private const decimal Most = 1_000_000_000;

    public static long Of(decimal amount) => (long)decimal.Round(decimal.Min(amount, Most) * One);

    public static decimal Amount(long units) => units / One;
}
