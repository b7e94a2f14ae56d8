using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Statistics;
using FlowEngine.ParallelRuns.Gates;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

/// <summary>A gate held against played comparisons, as it would be against stored ones.</summary>
internal static class PlayedGate
{
    public static async Task<GateEvaluation> EvaluateAsync(
        ComparisonSandbox bench, GateFile gate, IReadOnlyList<ComparedTurn> turns, CancellationToken cancellationToken) =>
        GateEvaluator.Evaluate(gate, new(turns)
        {
            Answered = [.. turns.Where(IsAnswered).Select(turn => new AnsweredTurn(
                turn.Id, turn.Tenant, turn.Conversation, turn.At, TurnFacts.Failed(turn, TurnFacts.V2)))],
            ExpiredRules = await bench.Services.GetRequiredService<ComparedTurns>().ExpiredRulesAsync(bench.Tenant.Profile, cancellationToken),
        });

    /// <summary>A turn that V2 answers falls back where V2 fails.</summary>
    private static bool IsAnswered(ComparedTurn turn) =>
        turn.AnsweredBy == TurnFacts.V2 && TurnFacts.IsBetweenEngines(turn) && turn.Mode == "resync";
}
