using System.Globalization;
using System.Text;
using FlowEngine.Benchmarks;

namespace FlowEngine.Load.People;

/// <summary>A talk as Markdown, a row for each tenth of it.</summary>
internal static class PeopleReport
{
    public static string Write(LoadOptions options, string loadBefore, Talk talk)
    {
        var turns = talk.Log.Turns.Where(turn => !turn.OfFloor).ToList();
        var floor = talk.Log.Turns.Where(turn => turn.OfFloor).ToList();
        var text = new StringBuilder($"# People on {options.Database}\n\n").Append(Machine.Facts(loadBefore)).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            {options.People} people for {options.Seconds} s, {Person.ThinkSeconds:0} s of thought before a message on average; six in ten ask the shop, three leave their details, one
            falls silent until the flow's time-out. One message in ten is read as server-sent events. A quarter as many people talk to the floor at the same
            time: a bare endpoint with the reads and writes of the shop's turn. Clients and service are one process; memory is after a full collection.

            {turns.Count:N0} turns in {talk.Log.Conversations:N0} conversations, {floor.Count:N0} at the floor, none failed; stored: {talk.StoredTurns:N0}, of which
            {talk.StoredTurns - turns.Count - floor.Count:N0} are time-outs ({talk.Log.TimeoutsSeen:N0} were waited for, each read once).

            | to, s | turns/s | p50, ms | p99, ms | floor p50, ms | floor p99, ms | heap, MiB | working set, MiB | handles | threads |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        var from = TimeSpan.Zero;
        foreach (var point in talk.Vitals)
        {
            var some = Times(turns, from, point.At);
            var bare = Times(floor, from, point.At);
            text.Append(CultureInfo.InvariantCulture, $"| {point.At.TotalSeconds:0} | {some.Count / (point.At - from).TotalSeconds:0.0} | {At(some, 0.5):0.0} | {At(some, 0.99):0.0} ")
                .Append(CultureInfo.InvariantCulture, $"| {At(bare, 0.5):0.0} | {At(bare, 0.99):0.0} | {point.HeapMiB:0.0} | {point.WorkingSetMiB:0} | {point.Handles} | {point.Threads} |\n");
            from = point.At;
        }

        return text.ToString();
    }

    private static List<double> Times(IEnumerable<TimedTurn> turns, TimeSpan from, TimeSpan to) =>
        [.. turns.Where(turn => turn.At >= from && turn.At < to).Select(turn => turn.Milliseconds).Order()];

    private static double At(List<double> ordered, double share) => ordered.Count == 0 ? 0 : ordered[(int)(share * (ordered.Count - 1))];
}
