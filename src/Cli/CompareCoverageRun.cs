using System.Text;
using FlowEngine.Api.Chat;
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

        var (bench, refusal) = await ComparisonSandbox.OpenAsync(settings, options.World, cancellationToken);
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
            await ReportText.WriteAsync(CoverageText.Parts(report), options.Json ? CoverageJson.Write(report) : null);
            return ExitCodes.Ok;
        }
    }

    private static Task<IReadOnlyList<FlowHandling>> TryAsync(
        ComparisonSandbox bench, IReadOnlyList<RecordedTalk> talks, DateTimeOffset? at, CancellationToken cancellationToken) =>
        ProgressBar.OnErrors(bench.Time).ShowAsync(show => TryAsync(bench, talks, at, show, cancellationToken));

    private static async Task<IReadOnlyList<FlowHandling>> TryAsync(
        ComparisonSandbox bench, IReadOnlyList<RecordedTalk> talks, DateTimeOffset? at, Action<ImportProgress> show, CancellationToken cancellationToken)
    {
        var (trial, plan) = (new FlowTrial(bench.Runner, bench.Time), bench.Plan(EngineName.V2, false, 0, at));
        var handlings = new List<FlowHandling>(talks.Count);
        foreach (var talk in talks)
        {
            handlings.Add(await trial.TryAsync(talk, plan, cancellationToken));
            show(new ImportProgress(handlings.Count, talks.Count));
        }

        return handlings;
    }
}
