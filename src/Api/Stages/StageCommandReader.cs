using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Stages;

namespace FlowEngine.Api.Stages;

/// <summary>Reads the body of a PUT, so that every fault has a name.</summary>
internal static class StageCommandReader
{
    private static readonly string[] s_members = ["stage", "percentage", "sample", "reason"];

    public static (StageCommand? Order, ApiProblem? Problem) Read(JsonElement body, string by, string? expectedEtag)
    {
        var members = new BodyMembers(body, []).Known(s_members);
        var stage = members.TryGet("stage", out var name) && name.ValueKind == JsonValueKind.String ? StageNames.Read(name.GetString()) : null;
        if (stage is null)
        {
            members.Fault("stage", "invalid", $"'stage' must be one of {string.Join(", ", StageNames.All)}.");
        }

        var (percentage, sample) = (Share(members, "percentage"), Share(members, "sample"));
        var reason = members.Text("reason");
        return members.Errors.Count > 0
            ? (null, ApiProblems.InvalidRequest(members.Errors))
            : (new(stage!.Value, percentage, sample, reason, by, expectedEtag), null);
    }

    private static int? Share(BodyMembers members, string name) => members.Whole(name, 0, StageSetting.All, "out_of_range");
}
