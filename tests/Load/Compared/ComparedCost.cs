namespace FlowEngine.Load.Compared;

/// <summary>One pair of rounds beside each other: without comparisons, and with.</summary>
/// <param name="Compared">Comparisons that were done, with a verdict, while the turns came.</param>
internal sealed record CostPair(string Candidate, Arrived Off, Arrived Shadow, long Compared);

/// <param name="Skipped">Turns of the shadow's round that asked for no comparison, being too many.</param>
internal sealed record SaturatedPair(double Off, double Shadow, long Skipped, long Asked);

/// <summary>What comparing every turn costs users: V1 answers, V2 is the candidate.</summary>
internal static class ComparedCost
{
    private const int All = 100;
    private const int WarmUps = 4;
    private const string Done = "decided_by IS NOT NULL";

    private static readonly Endpoint s_alone = new("V1, off", "/api/chat/messages", null);

    public static async Task<(double PerSecond, IReadOnlyList<CostPair> Pairs, IReadOnlyList<SaturatedPair> Saturated)> MeasureAsync(
        Shop shop, LoadOptions options)
    {
        var comparisons = new Comparisons(shop);
        var length = TimeSpan.FromSeconds(options.Seconds);
        await WarmAsync(shop, comparisons, options);
        var most = (await Round.RunAsync(shop, s_alone, 0, options)).TurnsPerSecond;
        var perSecond = most / 4;
        var pairs = new List<CostPair>();
        var saturated = new List<SaturatedPair>();
        for (var number = 1; number <= options.Rounds; number++)
        {
            foreach (var candidate in Candidates.All)
            {
                var off = await Arrivals.RunAsync(shop, s_alone, $"off-{number}-{candidate}", perSecond, length);
                await comparisons.StageAsync("demo", "shadow", All);
                var done = await comparisons.CountAsync(Done);
                var shadow = await Arrivals.RunAsync(shop, Compared(candidate), $"on-{number}-{candidate}", perSecond, length);
                pairs.Add(new(candidate, off, shadow, await comparisons.CountAsync(Done) - done));
                await OffAsync(comparisons);
                await Console.Error.WriteLineAsync($"{number} {pairs[^1]}");
            }

            saturated.Add(await SaturateAsync(shop, comparisons, number, options));
            await Console.Error.WriteLineAsync($"{number} {saturated[^1]}");
        }

        return (perSecond, pairs, saturated);
    }

    /// <summary>Until the code is as fast as it gets: a quarter of a cold machine's load is hardly any.</summary>
    private static async Task WarmAsync(Shop shop, Comparisons comparisons, LoadOptions options)
    {
        for (var number = 1; number <= WarmUps; number++)
        {
            await comparisons.StageAsync("demo", "shadow", All);
            await Arrivals.RunAsync(shop, Compared(Candidates.Works), $"warm-{number}", 50, TimeSpan.FromSeconds(options.Seconds));
            await OffAsync(comparisons);
            await Round.RunAsync(shop, s_alone, -number, options);
        }
    }

    private static async Task<SaturatedPair> SaturateAsync(Shop shop, Comparisons comparisons, int number, LoadOptions options)
    {
        var off = await Round.RunAsync(shop, s_alone, 10 * number, options);
        await comparisons.StageAsync("demo", "shadow", All);
        var (skipped, asked) = (await comparisons.CountAsync("skipped_reason = 'overload'"), await comparisons.CountAsync("1 = 1"));
        var shadow = await Round.RunAsync(shop, Compared(Candidates.Works), (10 * number) + 1, options);
        var pair = new SaturatedPair(
            off.TurnsPerSecond, shadow.TurnsPerSecond, await comparisons.CountAsync("skipped_reason = 'overload'") - skipped,
            await comparisons.CountAsync("1 = 1") - asked);
        await OffAsync(comparisons);
        return pair;
    }

    private static async Task OffAsync(Comparisons comparisons)
    {
        await comparisons.StageAsync("demo", "off", All);
        await comparisons.DropPendingAsync();
    }

    private static Endpoint Compared(string candidate) => new($"V1, shadow, {candidate}", "/api/chat/messages", candidate);
}
