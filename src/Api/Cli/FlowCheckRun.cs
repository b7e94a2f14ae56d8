using System.Text.Json;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Flows;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Cli;

internal static class FlowCheckRun
{
    private static readonly string[] s_tenantRules =
        ["node types that are switched off or not open to a tenant", "flows that sub_flow calls", "hosts that outgoing calls may reach", "texts in the tenant's languages"];

    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings, string[] paths, string? slug, bool asJson, bool repair, CancellationToken cancellationToken)
    {
        var files = new List<FlowFile>();
        foreach (var path in paths)
        {
            var (file, fault) = await FlowFile.ReadAsync(path, cancellationToken);
            if (file is null)
            {
                return await Guarded.FailAsync(fault!, ExitCodes.Usage);
            }

            files.Add(file);
        }

        await using var host = CommandHost.Build(settings);
        var (tenant, refusal) = slug is null ? (null, null) : await TenantAsync(host.Services, slug, cancellationToken);
        if (refusal is not null)
        {
            return await Guarded.FailAsync(refusal);
        }

        var results = new List<CheckedFileView>();
        foreach (var file in files)
        {
            results.Add(await CheckAsync(host.Services, repair ? await RepairedAsync(file, cancellationToken) : (file, [], null), tenant, asJson, cancellationToken));
        }

        await FinishAsync(results, tenant is null ? s_tenantRules : [], asJson);
        return results.Any(result => result.Errors > 0) ? ExitCodes.Failed : ExitCodes.Ok;
    }

    /// <summary>A tenant of the database that the settings name.</summary>
    public static async Task<(TenantProfile? Tenant, string? Refusal)> TenantAsync(
        IServiceProvider services, string slug, CancellationToken cancellationToken)
    {
        if (await CommandHost.SchemaRefusalAsync(services, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        return await services.GetRequiredService<TenantDirectory>().FindAsync(slug, cancellationToken) is { } tenant
            ? (tenant.Profile, null)
            : (null, $"There is no active tenant '{slug}'.");
    }

    private static async Task<CheckedFileView> CheckAsync(
        IServiceProvider services,
        (FlowFile File, IReadOnlyList<string> Changes, string? WrittenTo) subject,
        TenantProfile? tenant,
        bool asJson,
        CancellationToken cancellationToken)
    {
        var (file, changes, writtenTo) = subject;
        var check = tenant is null
            ? FlowChecker.Check(file.Reading, new CheckContext(services.GetRequiredService<NodeRegistry>()))
            : await services.GetRequiredService<TenantFlowChecker>().CheckAsync(tenant, null, file.Reading, null, cancellationToken);
        if (!asJson)
        {
            IEnumerable<string> repairs = writtenTo is null ? [] : changes.Select(change => $"  mended: {change}").Prepend($"{file.Path} -> {writtenTo}");
            foreach (var line in repairs.Concat(FindingText.Lines(writtenTo ?? file.Path, file.Reading, check)))
            {
                await Console.Out.WriteLineAsync(line);
            }
        }

        var findings = Findings.View(check);
        var errors = findings.Count(finding => finding.Severity == "error");
        return new(file.Path, errors, findings.Count - errors, findings, changes, writtenTo);
    }

    private static async Task<(FlowFile, IReadOnlyList<string>, string?)> RepairedAsync(FlowFile file, CancellationToken cancellationToken)
    {
        if (file.Reading.Document is not { } document || DrawflowRepair.Repair(document) is not { Changes.Count: > 0 } repair)
        {
            return (file, [], null);
        }

        var target = Path.ChangeExtension(file.Path, null) + ".repaired.json";
        var text = repair.Document.ToJson();
        await File.WriteAllTextAsync(target, text, cancellationToken);
        return (file with { Reading = DrawflowReader.Read(text) }, repair.Changes, target);
    }

    private static async Task FinishAsync(List<CheckedFileView> results, string[] skipped, bool asJson)
    {
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new FlowCheckView(results, skipped), CliJson.Context.FlowCheckView));
        }
        else if (skipped.Length > 0)
        {
            await Console.Out.WriteLineAsync($"Not checked without --tenant SLUG: {string.Join("; ", skipped)}.");
        }
    }
}
