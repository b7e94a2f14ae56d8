using System.Text.Json;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Stages;

/// <summary>Reads the body of a PUT by hand, so that every fault has a name.</summary>
internal static class StageOrderReader
{
    private static readonly string[] s_members = ["stage", "percentage", "sample", "reason"];

    public static (StageOrder? Order, ApiProblem? Problem) Read(JsonElement body, string by, string? expectedEtag)
    {
        var errors = body.EnumerateObject()
            .Where(member => !s_members.Contains(member.Name, StringComparer.Ordinal))
            .Select(member => new FieldError($"/{member.Name}", "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", s_members)}."))
            .ToList();
        var stage = body.TryGetProperty("stage", out var name) && name.ValueKind == JsonValueKind.String ? StageText.Read(name.GetString()) : null;
        if (stage is null)
        {
            errors.Add(new("/stage", "invalid", $"'stage' must be one of {string.Join(", ", StageText.All)}."));
        }

        var (percentage, sample) = (Share(body, "percentage", errors), Share(body, "sample", errors));
        var reason = Reason(body, errors);
        return errors.Count > 0
            ? (null, ApiProblems.InvalidRequest(errors))
            : (new(stage!.Value, percentage, sample, reason, by, expectedEtag), null);
    }

    private static int? Share(JsonElement body, string name, List<FieldError> errors)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var share) && share is >= 0 and <= StageSetting.All)
        {
            return share;
        }

        errors.Add(new($"/{name}", "out_of_range", $"'{name}' must be a whole number from 0 to 100."));
        return null;
    }

    private static string? Reason(JsonElement body, List<FieldError> errors)
    {
        if (!body.TryGetProperty("reason", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if ((text is null ? new FieldError("/reason", "wrong_type", "'reason' must be text.") : FlowText.Fault("/reason", text)) is { } fault)
        {
            errors.Add(fault);
        }

        return text;
    }
}
