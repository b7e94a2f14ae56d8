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
    private const int SaturatedEvery = 4;
    private const string Done = "decided_by IS NOT NULL";

    public static async Task<(double PerSecond, IReadOnlyList<CostPair> Pairs, IReadOnlyList<SaturatedPair> Saturated)> MeasureAsync(
        Shop shop, LoadOptions options)
    {
        var comparisons = new Comparisons(shop);
        var length = TimeSpan.FromSeconds(options.Seconds);
        await WarmAsync(shop, comparisons, options);
        var most = (await Round.RunAsync(shop, Saying(Candidates.Works), 0, options)).TurnsPerSecond;
        var perSecond = most / 4;
        var pairs = new List<CostPair>();
        var saturated = new List<SaturatedPair>();
        for (var number = 1; number <= options.Rounds; number++)
        {
            foreach (var candidate in options.Candidates)
            {
                pairs.Add(await PairAsync(shop, comparisons, candidate, number, perSecond, length));
                await Console.Error.WriteLineAsync($"{number} {pairs[^1]}");
            }

            if (number % SaturatedEvery == 0)
            {
                saturated.Add(await SaturateAsync(shop, comparisons, number, options));
                await Console.Error.WriteLineAsync($"{number} {saturated[^1]}");
            }
        }

        return (perSecond, pairs, saturated);
    }

    private static async Task<CostPair> PairAsync(
        Shop shop, Comparisons comparisons, string candidate, int number, double perSecond, TimeSpan length)
    {
        // Every other pair the other way round: what a round leaves behind falls on both alike.
        var off = number % 2 == 1 ? await AloneAsync() : null;
        await StageAsync(comparisons, candidate == Candidates.Nobody ? "off" : "shadow");
        var done = await comparisons.CountAsync(Done);
        var shadow = await Arrivals.RunAsync(shop, Saying(candidate), $"on-{number}-{candidate}", perSecond, length);
        var compared = await comparisons.CountAsync(Done) - done;
        return new(candidate, off ?? await AloneAsync(), shadow, compared);

        async Task<Arrived> AloneAsync()
        {
            await StageAsync(comparisons, "off");
            return await Arrivals.RunAsync(shop, Saying(candidate), $"off-{number}-{candidate}", perSecond, length);
        }
    }

    /// <summary>Until the code is as fast as it gets: a quarter of a cold machine's load is hardly any.</summary>
    private static async Task WarmAsync(Shop shop, Comparisons comparisons, LoadOptions options)
    {
        for (var number = 1; number <= WarmUps; number++)
        {
            await StageAsync(comparisons, "shadow");
            await Arrivals.RunAsync(shop, Saying(Candidates.Works), $"warm-{number}", 50, TimeSpan.FromSeconds(options.Seconds));
            await StageAsync(comparisons, "off");
            await Round.RunAsync(shop, Saying(Candidates.Works), -number, options);
        }
    }

    private static async Task<SaturatedPair> SaturateAsync(Shop shop, Comparisons comparisons, int number, LoadOptions options)
    {
        await StageAsync(comparisons, "off");
        var off = await Round.RunAsync(shop, Saying(Candidates.Works), 10 * number, options);
        await StageAsync(comparisons, "shadow");
        var (skipped, asked) = (await comparisons.CountAsync("skipped_reason = 'overload'"), await comparisons.CountAsync("1 = 1"));
        var shadow = await Round.RunAsync(shop, Saying(Candidates.Works), (10 * number) + 1, options);
        return new(
            off.TurnsPerSecond, shadow.TurnsPerSecond, await comparisons.CountAsync("skipped_reason = 'overload'") - skipped,
            await comparisons.CountAsync("1 = 1") + await comparisons.AskedAsync() - asked);
    }

    /// <summary>Before each round alike: what waits of the round before is dropped, and nothing is said for a while.</summary>
    private static async Task StageAsync(Comparisons comparisons, string stage)
    {
        await comparisons.DropPendingAsync();
        await comparisons.StageAsync("demo", stage, All);
    }

    private static Endpoint Saying(string candidate) =>
        new($"V1, {candidate}", "/api/chat/messages", candidate == Candidates.Nobody ? Candidates.Works : candidate);
}
