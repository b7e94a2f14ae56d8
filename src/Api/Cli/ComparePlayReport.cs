using System.Text;
using System.Text.Json.Nodes;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Api.Cli;

/// <summary>What <c>compare run</c> writes at its end.</summary>
internal static class ComparePlayReport
{
    public static async Task WriteAsync(
        IReadOnlyList<ComparedTurn> turns, string title, GateEvaluation? gate, ComparePlayOptions options, CancellationToken cancellationToken)
    {
        var summary = Summarizer.Of(turns);
        if (options.Html is { } path)
        {
            await File.WriteAllTextAsync(path, SummaryHtml.Write(summary, title, gate), cancellationToken);
        }

        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await Console.Out.WriteAsync(options.Json ? Json(summary, gate) : SummaryText.Write(summary) + (gate is null ? "" : SummaryText.Write(gate)));
    }

    private static string Json(Summary summary, GateEvaluation? gate) => new JsonObject
    {
        ["summary"] = JsonNode.Parse(SummaryJson.Write(summary)),
        ["gate"] = gate is null ? null : JsonNode.Parse(SummaryJson.Write(gate)),
    }.ToJsonString(CliJson.Context.Options) + "\n";
}
