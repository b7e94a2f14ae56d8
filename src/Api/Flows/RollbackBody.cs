using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Flows;

/// <summary>What a rollback asks for.</summary>
/// <param name="Version">The one to go back to.</param>
/// <param name="Note">Why.</param>
/// <param name="Override">Why it is published although flow tests fail.</param>
public sealed record RollbackBody(int Version, string? Note, string? Override)
{
    internal static async Task<(RollbackBody? Body, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (json, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (json is not { } body)
        {
            return (null, problem);
        }

        var members = new BodyMembers(body, []).Known("version", FlowText.Note, FlowText.Override);
        if (!members.TryGet("version", out var number) || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt32(out var version) || version < 1)
        {
            version = 0;
            members.Fault("version", "invalid", "'version' must be the number of the version to go back to.");
        }

        var (note, reason) = (members.Text(FlowText.Note), members.Text(FlowText.Override));
        return members.Errors.Count > 0 ? (null, ApiProblems.InvalidRequest(members.Errors)) : (new(version, note, reason), null);
    }
}
