using System.Text;
using System.Text.Json;
using FlowEngine.Api.Serving;
using FlowEngine.Moving.Importing;
using FlowEngine.Storage.Legacy;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class ConversationsImportRun
{
    /// <param name="dump">Null: the options say where from.</param>
    /// <param name="dumpDatabase">Which of the dump's databases is meant; null where it has one.</param>
    /// <param name="charset">What the dump is in; null: what it says.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings, ImportOptions options, string? dump, string? dumpDatabase, Encoding? charset, bool asJson, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        if (await CommandHost.SchemaRefusalAsync(host.Services, cancellationToken) is { } unready)
        {
            return await Guarded.FailAsync(unready);
        }

        using var read = dump is null
            ? null
            : await DumpDatabase.ReadAsync(host.Services.GetRequiredService<SourceDatabases>(), dump, dumpDatabase, charset, cancellationToken);
        if (read is { Path: null })
        {
            return await Guarded.FailAsync(read.Refusal!);
        }

        options = read is null ? options : options with { From = read.Path };
        var (report, refusal) = await ProgressBar.OnErrors(host.Services.GetRequiredService<TimeProvider>())
            .ShowAsync(show => host.Services.GetRequiredService<LegacyImport>().RunAsync(options, show, cancellationToken));
        if (report is null)
        {
            return await Guarded.FailAsync(refusal!);
        }

        report = report with { Dump = read?.View(report.Tables) };
        await ReportText.WriteAsync(ConversationsText.Parts(report), asJson ? JsonSerializer.Serialize(report, CliJson.Context.ImportReportView) : null);
        return report.IsWhole ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
