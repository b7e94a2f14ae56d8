using System.Diagnostics;

namespace FlowEngine.Load.Compared;

/// <param name="P50">Milliseconds, from when the turn was to begin.</param>
/// <param name="CpuMs">Processor time of the whole process a turn, with the client and what was compared meanwhile.</param>
internal sealed record Arrived(int Turns, double P50, double P99, double CpuMs);

/// <summary>Turns that come at a steady rate, whether or not those before are answered: waiting counts.</summary>
internal static class Arrivals
{
    private const int Sessions = 64;
    private const int TurnsOfAConversation = 10;

    public static async Task<Arrived> RunAsync(Shop shop, Endpoint endpoint, string name, double perSecond, TimeSpan length)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var running = new List<Task<double>>();
        for (var turn = 0; ; turn++)
        {
            var due = TimeSpan.FromSeconds(turn / perSecond);
            if (due >= length)
            {
                break;
            }

            // Asked for once: a negative delay of a millisecond would be one without end.
            var early = due - clock.Elapsed;
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early);
            }

            running.Add(SayAsync(shop, endpoint, name, turn, clock, due));
        }

        var times = (await Task.WhenAll(running)).Order().ToList();
        return new(
            times.Count,
            times[times.Count / 2],
            times[times.Count * 99 / 100],
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / times.Count);
    }

    private static async Task<double> SayAsync(Shop shop, Endpoint endpoint, string name, int turn, Stopwatch clock, TimeSpan due)
    {
        var session = $"{name}-{turn % Sessions}-{turn / (Sessions * TurnsOfAConversation)}";
        await Turns.PostAsync(shop.Client, endpoint, session, endpoint.Messages[turn % endpoint.Messages.Count]);
        return (clock.Elapsed - due).TotalMilliseconds;
    }
}
