using System.Text.Json;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Serving;
using FlowEngine.Checking;
using FlowEngine.Drawflow.Comparing;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

/// <summary>What differs in meaning between two files.</summary>
internal static class FlowDiffRun
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings, string before, string after, bool asJson, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        var registry = host.Services.GetRequiredService<NodeRegistry>();
        var (old, fault) = await ReadAsync(before, registry, cancellationToken);
        if (old is null)
        {
            return await Guarded.FailAsync(fault!, ExitCodes.Usage);
        }

        (var now, fault) = await ReadAsync(after, registry, cancellationToken);
        if (now is null)
        {
            return await Guarded.FailAsync(fault!, ExitCodes.Usage);
        }

        var changes = FlowComparison.Compare(old, now);
        var lines = asJson
            ? [JsonSerializer.Serialize(new FlowDiffView(before, after, changes.Count == 0, FlowChangeView.Of(changes)), CliJson.Context.FlowDiffView)]
            : changes.Select(FlowChangeText.Line).DefaultIfEmpty("Both mean the same.");
        foreach (var line in lines)
        {
            await Console.Out.WriteLineAsync(line);
        }

        return changes.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task<(ComparedFlow? Flow, string? Fault)> ReadAsync(string path, NodeRegistry registry, CancellationToken cancellationToken)
    {
        var (file, fault) = await FlowFile.ReadAsync(path, cancellationToken);
        if (file is null)
        {
            return (null, fault);
        }

        return file.Reading.Document is { } document
            ? (new(document, FlowChecker.Check(file.Reading, new CheckContext(registry)).StartNodeId), null)
            : (null, $"{path} is not a Drawflow document: {(file.Reading.Problems is [var first, ..] ? first.Message : "")} Run 'flow check' to see how to fix it.");
    }
}
