using System.Text.Json;
using FlowEngine.Api.Migration;

namespace FlowEngine.Api.Cli;

internal static class ConversationsImportRun
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, ImportOptions options, bool asJson, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        if (await CommandHost.SchemaRefusalAsync(host.Services, cancellationToken) is { } unready)
        {
            return await Guarded.FailAsync(unready);
        }

        var bar = new ProgressBar(Console.Error, host.Services.GetRequiredService<TimeProvider>(), isTerminal: !Console.IsErrorRedirected);
        var (report, refusal) = await host.Services.GetRequiredService<LegacyImport>().RunAsync(options, bar.Show, cancellationToken);
        bar.End();
        if (report is null)
        {
            return await Guarded.FailAsync(refusal!);
        }

        await Console.Out.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(report, CliJson.Context.ImportReportView)
            : string.Join(Environment.NewLine, ConversationsText.Lines(report)));
        return report.IsWhole ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
