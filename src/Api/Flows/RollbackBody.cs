using System.Text.Json;
using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Flows;

/// <summary>What a rollback asks for.</summary>
/// <param name="Version">The one to go back to.</param>
public sealed record RollbackBody(int Version, string? Note)
{
    private static readonly string[] s_members = ["version", FlowText.Note];

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

        var note = body.TryGetProperty(FlowText.Note, out var text) && text.ValueKind != JsonValueKind.Null ? text : default;
        if (note.ValueKind is not JsonValueKind.Undefined and not JsonValueKind.String)
        {
            errors.Add(new("/note", "wrong_type", "'note' must be text."));
        }
        else if (note.ValueKind == JsonValueKind.String && FlowText.Fault("/note", note.GetString()) is { } fault)
        {
            errors.Add(fault);
        }

        return errors.Count > 0
            ? (null, ApiProblems.InvalidRequest(errors))
            : (new(version, note.ValueKind == JsonValueKind.String ? note.GetString() : null), null);
    }
}
