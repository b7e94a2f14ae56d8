using System.Text;
using FlowEngine.Api.Comparisons.Gating;
using FlowEngine.Api.Serving;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Hosting;
using FlowEngine.ParallelRuns.Gates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowEngine.Cli;

internal static class CompareGateRun
{
    /// <param name="path">Null: the configured one.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings, CompareFilter filter, string? path, bool asJson, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        path ??= host.Services.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Comparisons.Gate;
        var (gate, faults) = GateFiles.Read(path);
        if (gate is null)
        {
            return await Guarded.FailAsync(string.Join(Environment.NewLine, faults), ExitCodes.Usage);
        }

        var (tenants, refusal) = await CompareTenants.OfAsync(host.Services, filter.Tenant, cancellationToken);
        if (tenants is not [var tenant])
        {
            return await Guarded.FailAsync(
                refusal ?? (tenants.Count == 0 ? "There is no active tenant." : $"There are several tenants. Name one with --tenant: {string.Join(", ", tenants.Select(one => one.Profile.Slug))}."),
                ExitCodes.Usage);
        }

        var evaluation = await host.Services.GetRequiredService<ComparedTurns>()
            .EvaluateAsync(tenant.Profile, gate, filter.From, filter.To, cancellationToken);
        await ReportText.WriteAsync(GateText.Parts(evaluation), asJson ? SummaryJson.Write(evaluation) : null);
        return ExitCode(evaluation);
    }

    public static int ExitCode(GateEvaluation gate) => gate.Status switch
    {
        GateStatus.Passed => ExitCodes.Ok,
        GateStatus.Failed => ExitCodes.Failed,
        _ => ExitCodes.Usage,
    };
}
