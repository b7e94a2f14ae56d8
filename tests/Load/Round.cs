using System.Diagnostics;

namespace FlowEngine.Load;

/// <param name="P50">Milliseconds.</param>
/// <param name="CpuMs">Processor time of the whole process a turn, the client's included: what other programs do changes it least.</param>
internal sealed record Round(Endpoint Endpoint, double TurnsPerSecond, double P50, double P99, double CpuMs, double WorkingSetMiB)
{
    private const int TurnsOfAConversation = 10;

    public static async Task<Round> RunAsync(Shop shop, Endpoint endpoint, int number, LoadOptions options)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var limit = TimeSpan.FromSeconds(options.Seconds);
        var loops = Enumerable.Range(0, endpoint.Connections ?? options.Connections)
            .Select(connection => LoopAsync(shop, endpoint, $"{endpoint.Name[..2]}{endpoint.Flow}{endpoint.Connections}-{number}-{connection}", clock, limit))
            .ToList();
        var times = (await Task.WhenAll(loops)).SelectMany(one => one).Order().ToList();
        var seconds = clock.Elapsed.TotalSeconds;
        return new Round(
            endpoint,
            times.Count / seconds,
            times[times.Count / 2],
            times[times.Count * 99 / 100],
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / times.Count,
            Environment.WorkingSet / 1048576d);
    }

    private static async Task<List<double>> LoopAsync(Shop shop, Endpoint endpoint, string session, Stopwatch clock, TimeSpan limit)
    {
        var times = new List<double>();
        while (clock.Elapsed < limit)
        {
            var began = Stopwatch.GetTimestamp();
            var content = endpoint.Messages[times.Count % endpoint.Messages.Count];
            await Turns.PostAsync(shop.Client, endpoint, $"{session}-{times.Count / TurnsOfAConversation}", content);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times;
    }
}
