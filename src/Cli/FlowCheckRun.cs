using System.Text;
using System.Text.Json;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Tenants;
using FlowEngine.Checking;
using FlowEngine.Cli.Sarif;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class FlowCheckRun
{
    private static readonly string[] s_tenantRules =
        ["node types that are switched off or not open to a tenant", "flows that sub_flow calls", "hosts that outgoing calls may reach", "texts in the tenant's languages"];

    public static async Task<int> RunAsync(IReadOnlyList<string> settings, FlowCheckOptions options, CancellationToken cancellationToken)
    {
        if (await ReadAsync(options.Files, cancellationToken) is not { } files)
        {
            return ExitCodes.Usage;
        }

        await using var host = CommandHost.Build(settings);
        var (tenant, refusal) = options.Tenant is { } slug ? await TenantAsync(host.Services, slug, cancellationToken) : (null, null);
        if (refusal is not null)
        {
            return await Guarded.FailAsync(refusal);
        }

        using var watch = options.Watch ? new FileWatch(options.Files, host.Services.GetRequiredService<TimeProvider>()) : null;
        var errors = await CheckAsync(host.Services, files, tenant, options, cancellationToken);
        if (watch is not null)
        {
            await WatchAsync(watch, host.Services, tenant, options, cancellationToken);
            return ExitCodes.Ok;
        }

        return errors > 0 ? ExitCodes.Failed : ExitCodes.Ok;
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

    /// <summary>Until it is cancelled, which is how it ends.</summary>
    private static async Task WatchAsync(
        FileWatch watch, IServiceProvider services, TenantProfile? tenant, FlowCheckOptions options, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Console.Out.WriteLineAsync("Waiting for changes; Ctrl-C ends.");
                await watch.ChangedAsync(cancellationToken);
                if (await ReadAsync(options.Files, cancellationToken) is { } files)
                {
                    await CheckAsync(services, files, tenant, options, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C.
        }
    }

    /// <returns>Null where one cannot be read, which has been said then.</returns>
    private static async Task<IReadOnlyList<FlowFile>?> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<FlowFile>();
        foreach (var path in paths)
        {
            var (file, fault) = await FlowFile.ReadAsync(path, cancellationToken);
            if (file is null)
            {
                await Guarded.FailAsync(fault!, ExitCodes.Usage);
                return null;
            }

            files.Add(file);
        }

        return files;
    }

    /// <returns>How many errors there are.</returns>
    private static async Task<int> CheckAsync(
        IServiceProvider services, IReadOnlyList<FlowFile> files, TenantProfile? tenant, FlowCheckOptions options, CancellationToken cancellationToken)
    {
        var results = new List<CheckedFile>();
        foreach (var file in files)
        {
            var (subject, changes, writtenTo) = options.Repair ? await RepairedAsync(file, cancellationToken) : (file, [], null);
            var check = await CheckAsync(services, subject, tenant, cancellationToken);
            if (options.Repair && subject.Reading.Document is { } document && FlowRepair.Apply(document, check.Findings) is { Changes.Count: > 0 } fixedOnes)
            {
                (subject, writtenTo) = await WriteRepairedAsync(file, fixedOnes.Document, cancellationToken);
                changes = [.. changes, .. fixedOnes.Changes];
                check = await CheckAsync(services, subject, tenant, cancellationToken);
            }

            results.Add(new(subject, check, changes, writtenTo));
        }

        await WriteAsync(results, tenant is null ? s_tenantRules : [], options.Format);
        return results.Sum(result => result.Check.Findings.Count(finding => finding.Severity == Severity.Error));
    }

    private static async Task<(FlowFile File, IReadOnlyList<string> Changes, string? WrittenTo)> RepairedAsync(FlowFile file, CancellationToken cancellationToken)
    {
        if (file.Reading.Document is not { } document || DrawflowRepair.Repair(document) is not { Changes.Count: > 0 } repair)
        {
            return (file, [], null);
        }

        var (repaired, target) = await WriteRepairedAsync(file, repair.Document, cancellationToken);
        return (repaired, repair.Changes, target);
    }

    private static async Task<(FlowFile File, string WrittenTo)> WriteRepairedAsync(FlowFile file, DrawflowDocument document, CancellationToken cancellationToken)
    {
        var target = Path.ChangeExtension(file.Path, null) + ".repaired.json";
        var text = document.ToJson();
        await File.WriteAllTextAsync(target, text, cancellationToken);
        return (file with { Reading = DrawflowReader.Read(text), Text = Encoding.UTF8.GetBytes(text) }, target);
    }

    private static async Task<CheckResult> CheckAsync(
        IServiceProvider services, FlowFile file, TenantProfile? tenant, CancellationToken cancellationToken) => tenant is null
        ? FlowChecker.Check(file.Reading, new CheckContext(services.GetRequiredService<NodeRegistry>()), services.GetServices<ICheckRule>())
        : await services.GetRequiredService<TenantFlowChecker>().CheckAsync(tenant, null, file.Reading, null, cancellationToken);

    private static Task WriteAsync(IReadOnlyList<CheckedFile> results, string[] skipped, CheckFormat format) => Console.Out.WriteLineAsync(format switch
    {
        CheckFormat.Json => JsonSerializer.Serialize(new FlowCheckView([.. results.Select(View)], skipped), CliJson.Context.FlowCheckView),
        CheckFormat.Sarif => SarifReport.Write([.. results.Select(result => new SarifFile(result.WrittenTo ?? result.File.Path, result.File.Text, result.Check.Findings))]),
        _ => string.Join(Environment.NewLine, Lines(results, skipped)),
    });

    private static IEnumerable<string> Lines(IEnumerable<CheckedFile> results, string[] skipped)
    {
        foreach (var result in results)
        {
            IEnumerable<string> repairs = result.WrittenTo is null
                ? []
                : result.Changes.Select(change => $"  repaired: {change}").Prepend($"{result.File.Path} -> {result.WrittenTo}");
            foreach (var line in repairs.Concat(FindingText.Lines(result.WrittenTo ?? result.File.Path, result.File.Reading, result.Check)))
            {
                yield return line;
            }
        }

        if (skipped.Length > 0)
        {
            yield return $"Not checked without --tenant SLUG: {string.Join("; ", skipped)}.";
        }
    }

    private static CheckedFileView View(CheckedFile result)
    {
        var findings = Findings.View(result.Check);
        var errors = findings.Count(finding => finding.Severity == "error");
        return new(result.File.Path, errors, findings.Count - errors, findings, result.Changes, result.WrittenTo);
    }

    /// <param name="Changes">What the repair did.</param>
    /// <param name="WrittenTo">Where the repaired flow was written; null where nothing was repaired.</param>
    private sealed record CheckedFile(FlowFile File, CheckResult Check, IReadOnlyList<string> Changes, string? WrittenTo);
}
