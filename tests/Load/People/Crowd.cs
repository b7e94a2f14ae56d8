namespace FlowEngine.Load.People;

internal sealed record Talk(TalkLog Log, IReadOnlyList<Vitals> Vitals, long StoredTurns);

/// <summary>People at the service, and a quarter as many at the floor, at the same time on the same machine.</summary>
internal static class Crowd
{
    public static async Task<Talk> TalkAsync(Shop shop, LoadOptions options)
    {
        var before = await shop.CountTurnsAsync();
        var log = new TalkLog();
        var until = TimeSpan.FromSeconds(options.Seconds);
        var people = Enumerable.Range(1, options.People!.Value).Select(number => new Person(shop, log, number, until).TalkAsync());
        var bare = Enumerable.Range(1, Math.Max(1, options.People.Value / 4)).Select(number => AtTheFloorAsync(shop, log, number, until));
        var talking = Task.WhenAll([.. people, .. bare]);
        var vitals = await WatchAsync(log, until, talking);
        await talking;
        return new(log, vitals, await shop.CountTurnsAsync() - before);
    }

    private static async Task AtTheFloorAsync(Shop shop, TalkLog log, int number, TimeSpan until)
    {
        var random = new Random(-number);
        for (var turn = 0; log.Now < until; turn++)
        {
            await Task.Delay(Person.Thinking(random));
            var content = TurnSample.Messages[random.Next(TurnSample.Messages.Count)];
            await log.TimeAsync(ofFloor: true, async () =>
            {
                await Turns.PostAsync(shop.Client, Endpoint.FloorOf, $"floor-{number}-{turn / 6}", content);
                return true;
            });
        }
    }

    private static async Task<IReadOnlyList<Vitals>> WatchAsync(TalkLog log, TimeSpan until, Task talking)
    {
        var every = until / 10;
        var vitals = new List<Vitals>();
        for (var at = every; at <= until && !talking.IsFaulted; at += every)
        {
            var wait = at - log.Now;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            vitals.Add(Vitals.Take(log.Now));
            await Console.Error.WriteLineAsync($"{vitals[^1]} {log.Turns.Count} turns");
        }

        return vitals;
    }
}
