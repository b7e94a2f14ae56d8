using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Flows;

/// <summary>Refusals that only flows have.</summary>
internal static class FlowProblems
{
    public static ApiProblem NotFound(string name) => ApiProblems.NotFound($"The tenant has no flow '{name}'.");

    public static ApiProblem VersionNotFound(string name, int version) =>
        ApiProblems.NotFound($"The tenant has no version {version} of a flow '{name}'.");

    public static ApiProblem NotAFlow(IReadOnlyList<FindingView> findings) => new(
        StatusCodes.Status422UnprocessableEntity, "not_a_flow", "The body is no Drawflow document.", "Nothing was saved. 'findings' says what is wrong.")
    {
        Extensions = With(findings),
    };

    public static ApiProblem HasErrors(string name, int version, IReadOnlyList<FindingView> findings) => new(
        StatusCodes.Status422UnprocessableEntity,
        "flow_has_errors",
        "The flow has errors.",
        $"Version {version} of '{name}' was not published. Mend what 'findings' names, and save a new version.")
    {
        Extensions = With(findings),
    };

    public static ApiProblem Changed(string name) => new(
        StatusCodes.Status412PreconditionFailed,
        "flow_changed",
        "Somebody else saved the flow.",
        $"The newest version of '{name}' has another ETag than If-Match says. Read it again, and save over what is there now.");

    public static ApiProblem InUse(string name, string why) => new(
        StatusCodes.Status409Conflict, "flow_in_use", "The flow is in use.", $"'{name}' was not deleted: {why}");

    private static Dictionary<string, object?> With(IReadOnlyList<FindingView> findings) => new(StringComparer.Ordinal) { ["findings"] = findings };
}
