using FlowEngine.Comparing.Causes;
using FlowEngine.Comparing.Ignoring;
using FlowEngine.Comparing.Ladder.Steps;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder;

/// <summary>
/// Compares two observations of one turn by steps, cheapest first. The first that decides is named; cheap ones are run and kept all the same,
/// costly ones only where nothing was decided before. What it returns holds no addresses or numbers of persons and can be stored.
/// </summary>
public sealed class Comparator
{
    private readonly LadderOptions _options;
    private readonly IReadOnlyList<ILadderStep> _steps;

    /// <param name="embedder">Null where the tenant has no embedding model.</param>
    /// <param name="judge">Null where no model judges.</param>
    public Comparator(LadderOptions options, IEmbedder? embedder = null, IReplyJudge? judge = null)
        : this(
            options,
            [
                new FailureStep(), new StructureStep(), new DataStep(), new ExactStep(), new EntityStep(), new WordingStep(),
                new EmbeddingStep(embedder), new JudgeStep(judge),
            ])
    {
    }

    internal Comparator(LadderOptions options, IReadOnlyList<ILadderStep> steps)
    {
        _options = options;
        _steps = steps;
    }

    /// <summary>A step that throws counts as not equal and is recorded; only cancelling ends it by an exception.</summary>
    public async ValueTask<Verdict> CompareAsync(
        Observation control, Observation candidate, ComparisonContext context, CancellationToken cancellationToken)
    {
        var climb = new Climb(new IgnoreMatcher(context.Rules, context.Now), new StoredDifferences(control, candidate, context.Told));
        var pair = Pair.Of(control, candidate, context, _options);
        foreach (var step in _steps)
        {
            climb.Add(step, await RunAsync(step, pair with { IsEntitiesAside = climb.IgnoredEntities }, climb, cancellationToken));
        }

        var verdict = climb.Verdict();
        var isDifferent = verdict.Result is not (ComparisonResult.Matched or ComparisonResult.Ignored
            or ComparisonResult.Inconclusive or ComparisonResult.BothFailedSame);
        return isDifferent ? verdict with { Cause = RootCauses.Of(control, candidate, climb.Worst) } : verdict;
    }

    private static async ValueTask<StepFinding> RunAsync(ILadderStep step, Pair pair, Climb climb, CancellationToken cancellationToken)
    {
        if (step.IsCostly && climb.IsDecided)
        {
            return StepFinding.NotAsked("decided before");
        }

        try
        {
            return await step.RunAsync(pair, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return climb.Faulted(step, fault);
        }
    }
}
