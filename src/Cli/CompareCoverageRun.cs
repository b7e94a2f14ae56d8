using System.Text;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Engines;
using FlowEngine.Comparing.Coverage;
using FlowEngine.Moving.Importing;
using FlowEngine.ParallelRuns.Recorded;
using FlowEngine.Storage.History;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class CompareCoverageRun
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, CompareCoverageOptions options, CancellationToken cancellationToken)
    {
        var (talks, faults) = options.Input is { } path ? await RecordedTalks.ReadAsync(path, cancellationToken) : ([], []);
        if (faults.Count > 0)
        {
            return await Guarded.FailAsync(string.Join(Environment.NewLine, faults), ExitCodes.Usage);
        }

        var (bench, refusal) = await CompareBench.OpenAsync(settings, options.World, cancellationToken);
        if (bench is null)
        {
            return await Guarded.FailAsync(refusal!);
        }

        await using (bench)
        {
            if (options.Input is null)
            {
                talks = await new StoredTalks(bench.Services.GetRequiredService<ConversationStore>())
                    .ReadAsync(bench.Tenant.Profile.Key, options.Filter.From, options.Filter.To, options.Most, cancellationToken);
            }

            var report = CoverageReporter.Of(talks.Select(TalkCoverage.Of), await TryAsync(bench, talks, options.World.At, cancellationToken));
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            await Console.Out.WriteAsync(options.Json ? CoverageJson.Write(report) + "\n" : CoverageText.Write(report));
            return ExitCodes.Ok;
        }
    }

    private static async Task<IReadOnlyList<FlowHandling>> TryAsync(
        CompareBench bench, IReadOnlyList<RecordedTalk> talks, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var (trial, plan) = (new FlowTrial(bench.Runner, bench.Time), bench.Plan(EngineName.V2, false, 0, at));
        var bar = new ProgressBar(Console.Error, bench.Time, isTerminal: !Console.IsErrorRedirected);
        var handlings = new List<FlowHandling>(talks.Count);
        foreach (var talk in talks)
        {
            handlings.Add(await trial.TryAsync(talk, plan, cancellationToken));
            bar.Show(new ImportProgress(handlings.Count, talks.Count));
        }

        bar.End();
        return handlings;
    }
}
