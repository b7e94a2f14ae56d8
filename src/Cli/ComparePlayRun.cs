using FlowEngine.Api.Serving;
using FlowEngine.Comparing.Gates;
using FlowEngine.Moving.Importing;
using FlowEngine.ParallelRuns.Gates;
using FlowEngine.ParallelRuns.Recorded;

namespace FlowEngine.Cli;

internal static class ComparePlayRun
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, ComparePlayOptions options, CancellationToken cancellationToken)
    {
        var (talks, faults) = await RecordedTalks.ReadAsync(options.Input, cancellationToken);
        var gate = (GateFile?)null;
        if (faults.Count == 0 && options.Gate is not null)
        {
            (gate, faults) = GateFiles.Read(options.Gate);
        }

        if (faults.Count > 0)
        {
            return await Guarded.FailAsync(string.Join(Environment.NewLine, faults), ExitCodes.Usage);
        }

        var (bench, refusal) = await ComparisonSandbox.OpenAsync(settings, options.World, cancellationToken);
        if (bench is null)
        {
            return await Guarded.FailAsync(refusal!, ExitCodes.Usage);
        }

        await using (bench)
        {
            var plan = bench.Plan(options.Control, options.Free, options.AgainstItself, options.World.At);
            var played = await ProgressBar.OnErrors(bench.Time)
                .ShowAsync(show => PlayAsync(bench, plan, talks, options, show, cancellationToken));
            var evaluation = gate is null ? null : await PlayedGate.EvaluateAsync(bench, gate, [.. played.Select(one => one.Turn)], cancellationToken);
            await ComparePlayReport.WriteAsync(played, plan.Tenant.Profile.Name, evaluation, options, cancellationToken);
            return evaluation is null ? ExitCodes.Ok : CompareGateRun.ExitCode(evaluation);
        }
    }

    /// <summary>In the order of the file, however many at once.</summary>
    private static async Task<IReadOnlyList<PlayedTurn>> PlayAsync(
        ComparisonSandbox bench, PlayPlan plan, IReadOnlyList<RecordedTalk> talks, ComparePlayOptions options, Action<ImportProgress> show, CancellationToken cancellationToken)
    {
        var (turns, done) = (new List<PlayedTurn>(), 0);
        var player = bench.Player;
        await using var output = options.Output is { } path ? new StreamWriter(path) { NewLine = "\n" } : null;
        foreach (var some in talks.Chunk(options.Parallel))
        {
            var played = await Task.WhenAll(some.Select(talk => Task.Run(() => player.PlayAsync(talk, plan, cancellationToken), cancellationToken)));
            foreach (var one in played.SelectMany(all => all))
            {
                turns.Add(one);
                await (output?.WriteLineAsync(PlayedLine.Write(one)) ?? Task.CompletedTask);
            }

            show(new ImportProgress(done += some.Length, talks.Count));
        }

        return turns;
    }
}
