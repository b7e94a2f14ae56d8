using System.Text;
using System.Text.Json;
using FlowEngine.Api.FlowTests;
using FlowEngine.Api.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class FlowTestRun
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, FlowTestOptions options, CancellationToken cancellationToken)
    {
        var (found, fault) = await ConversationFiles.FindAsync(options.Paths, cancellationToken);
        var flows = new List<(FlowFile Flow, ConversationFiles Files)>();
        foreach (var files in found)
        {
            (var flow, fault) = await FlowFile.ReadAsync(files.FlowPath, cancellationToken);
            if (flow is not null)
            {
                flows.Add((flow, files));
            }
        }

        if (fault is not null)
        {
            return await Guarded.FailAsync(fault, ExitCodes.Usage);
        }

        var (bench, refusal) = await FlowSandbox.OpenAsync(settings, options.Tenant, cancellationToken);
        if (bench is null)
        {
            return await Guarded.FailAsync(refusal!);
        }

        await using (bench)
        {
            return await RunAsync(bench, flows, options, cancellationToken);
        }
    }

    private static async Task<int> RunAsync(
        FlowSandbox bench, List<(FlowFile Flow, ConversationFiles Files)> flows, FlowTestOptions options, CancellationToken cancellationToken)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var suite = bench.Services.GetRequiredService<FlowTestSuite>();
        var runs = new List<FlowTestRunView>();
        foreach (var (file, files) in flows)
        {
            var (flow, findings) = await bench.AddAsync(file, cancellationToken);
            if (flow is null)
            {
                return await Guarded.FailAsync(findings!);
            }

            var subject = suite.Subject(bench.Tenant, flow, bench.Versions);
            var tests = files.Tests;
            if (options.Generate)
            {
                var generated = await suite.GenerateAsync(subject, tests, cancellationToken);
                tests = [.. tests, .. await files.AddAsync(generated.Tests, cancellationToken)];
            }

            runs.Add(await suite.RunAsync(subject, tests, cancellationToken));
        }

        await WriteAsync(runs, options, cancellationToken);
        return ExitCode(runs, options);
    }

    private static async Task WriteAsync(List<FlowTestRunView> runs, FlowTestOptions options, CancellationToken cancellationToken)
    {
        if (options.JUnit is { } path)
        {
            await File.WriteAllTextAsync(path, JUnitReport.Write(runs), cancellationToken);
        }

        if (options.Json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(runs, FlowTestJson.Context.IReadOnlyListFlowTestRunView));
            return;
        }

        foreach (var line in runs.SelectMany(run => FlowTestText.Lines(run, options.Coverage || options.Generate)))
        {
            await Console.Out.WriteLineAsync(line);
        }
    }

    private static int ExitCode(List<FlowTestRunView> runs, FlowTestOptions options) =>
        runs.Any(run => run.Tests.Any(test => test.Faults.Count > 0)) ? ExitCodes.Usage
        : runs.Any(run => !run.Passed || run.Total == 0 || run.Coverage?.Percent < options.MinCoverage) ? ExitCodes.Failed
        : ExitCodes.Ok;
}
