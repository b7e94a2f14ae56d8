using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Turns;
using FlowEngine.Comparing.Ladder;
using FlowEngine.ParallelRuns.Candidates;
using FlowEngine.ParallelRuns.Gates;
using FlowEngine.ParallelRuns.Judging;
using FlowEngine.ParallelRuns.Planning;
using FlowEngine.ParallelRuns.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.ParallelRuns;

public static class ParallelRunServices
{
    /// <summary>Turns are compared, and stages are judged by what their comparisons show.</summary>
    public static IServiceCollection AddParallelRuns(this IServiceCollection services)
    {
        services.TryAddSingleton<CandidateThrottle>();
        services.TryAddSingleton<ComparisonSignal>();
        services.TryAddSingleton<CandidateBudget>();
        services.TryAddSingleton<IComparisonPlanner, ComparisonPlanner>();
        services.TryAddSingleton<CandidateEngines>();
        services.TryAddSingleton<CandidateRunner>();
        services.TryAddSingleton<CandidateTurns>();
        services.TryAddSingleton<TenantIgnoreRules>();
        services.TryAddSingleton<VerdictModels>();
        services.TryAddSingleton<TurnComparer>();
        services.TryAddSingleton<ComparisonRunner>();
        services.TryAddSingleton<ResultWriter>();
        services.TryAddSingleton<ComparedTurns>();
        services.TryAddSingleton<ComparedSeries>();
        services.TryAddSingleton<CauseAnswers>();
        services.TryAddSingleton<TenantGates>();
        services.TryAddSingleton<WatchDecisions>();
        services.TryAddSingleton<StageWatch>();
        services.TryAddSingleton<IStageGate, ComparisonGate>();
        services.TryAddSingleton(new LadderOptions());
        return services;
    }
}
