using System.Text.Json;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Flows;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Importing;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

/// <summary>A flow of the legacy system becomes a Drawflow document, with a report of what became of it.</summary>
internal static class FlowImportRun
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, FlowImportOptions options, CancellationToken cancellationToken)
    {
        var (file, fault) = await FlowFile.ReadAsync(options.Path, cancellationToken);
        if (file is null)
        {
            return await Guarded.FailAsync(fault!, ExitCodes.Usage);
        }

        if (options.Output is { } taken && File.Exists(taken) && !options.Force)
        {
            return await Guarded.FailAsync($"{taken} is there already: --force writes over it.", ExitCodes.Usage);
        }

        var result = LegacyFlowImport.Read(file.Reading, options.StartNodeId, options.FollowEdges);
        if (result.Document is not { } document)
        {
            await WriteAsync(Console.Error, ImportText.Refused(options.Path, file.Reading.LooksLike, result));
            return ExitCodes.Usage;
        }

        await using var host = CommandHost.Build(settings);
        var (tenant, refusal) = options.Tenant is { } slug ? await FlowCheckRun.TenantAsync(host.Services, slug, cancellationToken) : (null, null);
        if (refusal is not null)
        {
            return await Guarded.FailAsync(refusal);
        }

        var json = document.ToJson();
        if (options.Output is { } output)
        {
            await File.WriteAllTextAsync(output, json, cancellationToken);
        }

        var check = await CheckAsync(host.Services, json, result.StartNodeId, tenant, cancellationToken);
        await (options.AsJson ? WriteJsonAsync(options, result, check) : WriteTextAsync(options, result, json, check));
        return result.HasDecisions || check.HasErrors ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static async Task<CheckResult> CheckAsync(
        IServiceProvider services, string json, string? start, TenantProfile? tenant, CancellationToken cancellationToken) => tenant is null
        ? FlowChecker.Check(json, new CheckContext(services.GetRequiredService<NodeRegistry>(), start), services.GetServices<ICheckRule>())
        : await services.GetRequiredService<TenantFlowChecker>().CheckAsync(tenant, null, DrawflowReader.Read(json), start, cancellationToken);

    /// <summary>The report goes to standard error where standard output is the document.</summary>
    private static async Task WriteTextAsync(FlowImportOptions options, LegacyFlowResult result, string json, CheckResult check)
    {
        var lines = ImportText.Lines(options.Path, result, options.Output)
            .Concat(FindingText.Lines(options.Output ?? "the imported flow", DrawflowReader.Read(json), check));
        await WriteAsync(options.Output is null ? Console.Error : Console.Out, lines);
        if (options.Output is null)
        {
            await Console.Out.WriteLineAsync(json);
        }
    }

    private static async Task WriteJsonAsync(FlowImportOptions options, LegacyFlowResult result, CheckResult check)
    {
        var report = result.Report.Select(finding => new ImportFindingView(
            finding.Code, ImportText.Name(finding.Severity), finding.NodeId, finding.Pointer, finding.Message, finding.Done)).ToList();
        var view = new FlowImportView(
            options.Path, options.Output, result.StartNodeId, report, Findings.View(check), options.Output is null ? result.Document!.Root : null);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(view, CliJson.Context.FlowImportView));
    }

    private static async Task WriteAsync(TextWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await writer.WriteLineAsync(line);
        }
    }
}
