using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>A played comparison as one line of JSON: masked, and without what was measured in time, so that the same answers give the same line.</summary>
public static class PlayedLine
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = RelaxedJson.Encoder };

    public static string Write(PlayedTurn played)
    {
        var turn = played.Turn;
        return new JsonObject
        {
            ["id"] = turn.Id,
            ["conversation"] = turn.Conversation,
            ["seq"] = turn.Seq,
            ["kind"] = turn.Kind,
            ["mode"] = turn.Mode,
            ["message"] = played.Message,
            ["result"] = ComparisonResultNames.Of(turn.Result),
            ["severity"] = EnumNames.For(turn.Severity),
            ["decidedBy"] = turn.DecidedBy,
            ["cluster"] = turn.Cluster,
            ["skippedReason"] = turn.Skipped,
            ["control"] = Side(played.Control),
            ["candidate"] = played.Candidate is { } candidate ? Side(candidate) : null,
            ["verdict"] = played.Verdict is { } verdict ? JsonNode.Parse(VerdictJson.Write(verdict)) : null,
        }.ToJsonString(s_options);
    }

    private static JsonObject Side(Observation observation)
    {
        var side = JsonNode.Parse(ObservationJson.Write(observation))!.AsObject();
        foreach (var name in (ReadOnlySpan<string>)["totalMs", "firstTokenMs", "outsideAnswers"])
        {
            side.Remove(name);
        }

        return side;
    }
}
