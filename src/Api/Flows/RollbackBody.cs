using System.Text.Json;
using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Flows;

/// <summary>What a rollback asks for.</summary>
/// <param name="Version">The one to go back to.</param>
/// <param name="Note">Why.</param>
/// <param name="Override">Why it is published although flow tests fail.</param>
public sealed record RollbackBody(int Version, string? Note, string? Override)
{
    private static readonly string[] s_members = ["version", FlowText.Note, FlowText.Override];

    internal static async Task<(RollbackBody? Body, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (json, problem) = await SmallJsonBody.ReadAsync(request, cancellationToken);
        if (json is not { } body)
        {
            return (null, problem);
        }

        var errors = body.EnumerateObject()
            .Where(member => !s_members.Contains(member.Name, StringComparer.Ordinal))
            .Select(member => new FieldError($"/{member.Name}", "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", s_members)}."))
            .ToList();
        if (!body.TryGetProperty("version", out var number) || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt32(out var version) || version < 1)
        {
            version = 0;
            errors.Add(new("/version", "invalid", "'version' must be the number of the version to go back to."));
        }

        var (note, reason) = (Text(body, FlowText.Note, errors), Text(body, FlowText.Override, errors));
        return errors.Count > 0 ? (null, ApiProblems.InvalidRequest(errors)) : (new(version, note, reason), null);
    }

    private static string? Text(JsonElement body, string name, List<FieldError> errors)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var fault = text is null ? new FieldError($"/{name}", "wrong_type", $"'{name}' must be text.") : FlowText.Fault($"/{name}", text);
        if (fault is not null)
        {
            errors.Add(fault);
        }

        return text;
    }
}
