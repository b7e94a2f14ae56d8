using System.Globalization;
using System.Text;
using FlowEngine.Benchmarks;

namespace FlowEngine.Load;

/// <summary>The results as Markdown.</summary>
internal static class LoadReport
{
    public static string Write(
        LoadOptions options, string loadBefore, IReadOnlyList<Round> rounds, IReadOnlyList<MemoryAt> memory, IReadOnlyList<double> starts)
    {
        var text = new StringBuilder($"# Load on {options.Database}\n\n").Append(Machine.Facts(loadBefore)).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            {options.Connections} connections, the client in the same process; {options.Rounds} rounds of {options.Seconds} s an endpoint, in turn;
            medians of the rounds, in brackets the lowest and the highest. The demo shop (262 products), offline model, every commit on the disk.
            The floor makes the reads and writes of the V2 turn through the same prepared statements and the same writer, without an engine; the echo flow
            at 60 connections has its own, with the reads and writes of its own turn.

            | endpoint | turns/s | p50, ms | p99, ms | turns/s of the floor's | p99 to the floor's | CPU a turn, ms | by CPU of the floor's | working set, MiB |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var endpoint in Endpoint.All)
        {
            Row(text, [.. rounds.Where(round => round.Endpoint == endpoint)], [.. rounds.Where(round => round.Endpoint == endpoint.Floor)]);
        }

        text.Append("\nConversations that wait for an answer:\n\n| open conversations | managed heap, MiB | working set, MiB |\n| ---: | ---: | ---: |\n");
        foreach (var point in memory)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {point.Conversations:N0} | {point.HeapMiB:0.0} | {point.WorkingSetMiB:0} |\n");
        }

        var warm = starts.Skip(1).ToList();
        return text.Append(CultureInfo.InvariantCulture, $"""

            From the start of the process to the first answered turn: {starts[0]:0.00} s on an empty database (schema and demo data included),
            {Median(warm):0.00} s on an existing one (median of {warm.Count}; {warm.Min():0.00} to {warm.Max():0.00}).

            Budget: V2 at least 50% of the floor, p99 at most 3 times the floor's, first answer within 3 s.

            """).ToString();
    }

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static void Row(StringBuilder text, IReadOnlyList<Round> rounds, IReadOnlyList<Round> floor)
    {
        // Rounds of the same number ran beside each other: their ratio is less at the mercy of other load than the ratio of medians.
        var share = Median(rounds.Zip(floor, (one, bare) => one.TurnsPerSecond / bare.TurnsPerSecond));
        var tail = Median(rounds.Zip(floor, (one, bare) => one.P99 / bare.P99));
        var cpu = Median(rounds.Zip(floor, (one, bare) => bare.CpuMs / one.CpuMs));
        text.Append(CultureInfo.InvariantCulture, $"| {rounds[0].Endpoint.Name} | {Spread(rounds.Select(round => round.TurnsPerSecond), "0")} ")
            .Append(CultureInfo.InvariantCulture, $"| {Spread(rounds.Select(round => round.P50), "0.0")} | {Spread(rounds.Select(round => round.P99), "0.0")} ")
            .Append(CultureInfo.InvariantCulture, $"| {share:0%} | {tail:0.0}x | {Median(rounds.Select(round => round.CpuMs)):0.00} | {cpu:0%} | {rounds[^1].WorkingSetMiB:0} |\n");
    }

    private static string Spread(IEnumerable<double> values, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median(values).ToString(format, CultureInfo.InvariantCulture)} ({values.Min().ToString(format, CultureInfo.InvariantCulture)} to {values.Max().ToString(format, CultureInfo.InvariantCulture)})");
}
