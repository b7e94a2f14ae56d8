using System.Text;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Comparisons.Gating;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Serving;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Gates;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class CompareReportRun
{
    private const string AllTenants = "All tenants";

    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings, CompareFilter filter, string? html, bool asJson, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        var (tenants, refusal) = await CompareTenants.OfAsync(host.Services, filter.Tenant, cancellationToken);
        if (refusal is not null)
        {
            return await Guarded.FailAsync(refusal);
        }

        var (window, fault) = TimeWindow.Of(filter.From, filter.To, host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (window is null)
        {
            return await Guarded.FailAsync(fault!, ExitCodes.Usage);
        }

        TenantProfile[] profiles = [.. tenants.Select(tenant => tenant.Profile)];
        var (summary, tooLarge) = await host.Services.GetRequiredService<ComparedTurns>().SummarizeAsync(
            profiles, new ComparisonFilter(Mode: filter.Mode, From: window.From, To: window.To), window, cancellationToken);
        if (summary is null)
        {
            return await Guarded.FailAsync(tooLarge!, ExitCodes.Usage);
        }

        if (html is not null)
        {
            var title = filter.Tenant is null ? AllTenants : profiles[0].Name;
            var answers = await host.Services.GetRequiredService<CauseAnswers>().OfAsync(profiles, summary, cancellationToken);
            await File.WriteAllTextAsync(html, SummaryHtml.Write(summary, title, null, answers), cancellationToken);
        }

        await ReportText.WriteAsync(SummaryText.Parts(summary), asJson ? SummaryJson.Write(summary) : null);
        return ExitCodes.Ok;
    }
}
