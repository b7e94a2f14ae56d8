using System.Text.Json.Nodes;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.ParallelRuns.Recorded;

namespace FlowEngine.Cli;

/// <summary>What <c>compare run</c> writes at its end.</summary>
internal static class ComparePlayReport
{
    public static async Task WriteAsync(
        IReadOnlyList<PlayedTurn> played, string title, GateEvaluation? gate, ComparePlayOptions options, CancellationToken cancellationToken)
    {
        var summary = Summarizer.Of(played.Select(one => one.Turn));
        if (options.Html is { } path)
        {
            await File.WriteAllTextAsync(path, SummaryHtml.Write(summary, title, gate, Answers(summary, played)), cancellationToken);
        }

        await ReportText.WriteAsync(
            SummaryText.Parts(summary).Concat(gate is null ? [] : GateText.Parts(gate)), options.Json ? Json(summary, gate) : null);
    }

    private static Dictionary<string, AnswerPair> Answers(Summary summary, IReadOnlyList<PlayedTurn> played)
    {
        var examples = summary.Causes.Take(AnswerPair.MostCauses).Select(cause => cause.ExampleId).ToHashSet(StringComparer.Ordinal);
        return played
            .Where(one => one.Candidate is not null && examples.Contains(one.Turn.Id))
            .ToDictionary(one => one.Turn.Id, one => AnswerPair.Of(one.Control, one.Candidate!), StringComparer.Ordinal);
    }

    private static string Json(Summary summary, GateEvaluation? gate) => new JsonObject
    {
        ["summary"] = JsonNode.Parse(SummaryJson.Write(summary)),
        ["gate"] = gate is null ? null : JsonNode.Parse(SummaryJson.Write(gate)),
    }.ToJsonString(CliJson.Context.Options);
}
