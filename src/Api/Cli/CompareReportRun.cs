using System.Text;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Comparisons.Gating;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.Api.Cli;

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

        var source = host.Services.GetRequiredService<ComparedTurns>();
        var turns = new List<ComparedTurn>();
        foreach (var tenant in tenants)
        {
            turns.AddRange(await source.ReadAsync(
                tenant.Profile, new ComparisonFilter(Mode: filter.Mode, From: filter.From, To: filter.To), cancellationToken));
        }

        var summary = Summarizer.Of(turns);
        if (html is not null)
        {
            var title = filter.Tenant is null ? AllTenants : tenants[0].Profile.Name;
            await File.WriteAllTextAsync(html, SummaryHtml.Write(summary, title), cancellationToken);
        }

        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await Console.Out.WriteAsync(asJson ? SummaryJson.Write(summary) + "\n" : SummaryText.Write(summary));
        return ExitCodes.Ok;
    }
}
