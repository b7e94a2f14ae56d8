namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>Which amounts stand with which product: those after its name, before the next product or the end of the line.</summary>
internal static class PriceReader
{
    private const int MostAmounts = 3;

    /// <returns>Keys such as <c>ep-1500: 500000 TRY</c>.</returns>
    public static IEnumerable<Entity> Read(string text, IReadOnlyList<(int Start, int End, Entity Entity)> placed)
    {
        var ordered = placed.Where(item => item.Entity.Kind is EntityKinds.Products or EntityKinds.Amounts).OrderBy(item => item.Start).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Entity.Kind != EntityKinds.Products)
            {
                continue;
            }

            var line = text.IndexOf('\n', ordered[i].End);
            var amounts = ordered
                .Skip(i + 1)
                .TakeWhile(item => item.Entity.Kind == EntityKinds.Amounts && (line < 0 || item.Start < line))
                .Select(item => item.Entity.Key)
                .Distinct(StringComparer.Ordinal)
                .Take(MostAmounts)
                .ToList();
            if (amounts.Count > 0)
            {
                yield return new Entity(EntityKinds.Prices, $"{ordered[i].Entity.Key}: {string.Join(", ", amounts)}");
            }
        }
    }
}
