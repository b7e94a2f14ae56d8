using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Flows;

/// <summary>Refusals that only flows have.</summary>
internal static class FlowProblems
{
    public static ApiProblem NotFound(string name) => ApiProblems.NotFound($"The tenant has no flow '{name}'.");

    public static ApiProblem VersionNotFound(string name, int version) =>
        ApiProblems.NotFound($"The tenant has no version {version} of a flow '{name}'.");

    public static ApiProblem NotAFlow(IReadOnlyList<FindingView> findings) => new(
        StatusCodes.Status422UnprocessableEntity, "not_a_flow", "The body is not a Drawflow document.", "Nothing was saved. 'findings' says what is wrong.")
    {
        Extensions = With(findings),
    };

    public static ApiProblem HasErrors(string name, int version, IReadOnlyList<FindingView> findings) => new(
        StatusCodes.Status422UnprocessableEntity,
        "flow_has_errors",
        "The flow has errors.",
        $"Version {version} of '{name}' was not published. Fix the errors listed in 'findings' and save a new version.")
    {
        Extensions = With(findings),
    };

    public static ApiProblem CannotRun(string name, IReadOnlyList<FindingView> findings) => new(
        StatusCodes.Status422UnprocessableEntity, "flow_has_errors", "The flow has errors.", $"'{name}' cannot run. Fix the errors listed in 'findings'.")
    {
        Extensions = With(findings),
    };

    public static ApiProblem TestsFail(string name, int version, IReadOnlyList<string> failed) => new(
        StatusCodes.Status422UnprocessableEntity,
        "flow_tests_fail",
        "Tests of the flow fail.",
        $"Version {version} of '{name}' was not published: {string.Join(", ", failed)}. Fix the flow or the tests, or say in 'override' why it is published anyway.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["failedTests"] = failed.ToArray() },
    };

    public static ApiProblem Changed(string name) => new(
        StatusCodes.Status412PreconditionFailed,
        "flow_changed",
        "Somebody else changed the flow.",
        $"The version of '{name}' that would be changed has another ETag than If-Match says. Read it again, and change what is there now.");

    public static ApiProblem Archived(string name, int version) => new(
        StatusCodes.Status409Conflict,
        "version_archived",
        "The version is archived.",
        $"Version {version} of '{name}' was not published. Roll back to it: that makes a new version of it, which is published.");

    public static ApiProblem Active(string name, int version) => new(
        StatusCodes.Status409Conflict,
        "version_active",
        "The version is the active one.",
        $"Version {version} of '{name}' was not archived. Publish another version first, or delete the flow.");

    public static ApiProblem NotComparable(string name, int version) => new(
        StatusCodes.Status422UnprocessableEntity,
        "not_a_flow",
        "The version is not a Drawflow document.",
        $"What is stored as version {version} of '{name}' cannot be read. Save the flow again.");

    public static ApiProblem InUse(string name, string why) => new(
        StatusCodes.Status409Conflict, "flow_in_use", "The flow is in use.", $"'{name}' was not deleted: {why}");

    private static Dictionary<string, object?> With(IReadOnlyList<FindingView> findings) => new(StringComparer.Ordinal) { ["findings"] = findings };
}
