using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.Problems;

/// <summary>A problem (RFC 9457), as the OpenAPI document shows it.</summary>
/// <param name="Type"><c>urn:flowengine:problem:CODE</c>.</param>
/// <param name="Code">Stable; what programs look at.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="Errors">Every fault of the request.</param>
/// <param name="Findings">Of a flow that has errors.</param>
/// <param name="FailedTests">Names of flow tests.</param>
/// <param name="TurnId">Of the turn that is under way or was stored.</param>
/// <param name="Limit">Name of the limit that is reached.</param>
public sealed record ProblemView(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    IReadOnlyList<FieldError>? Errors = null,
    IReadOnlyList<System.Text.Json.JsonElement>? Findings = null,
    IReadOnlyList<string>? FailedTests = null,
    Guid? TurnId = null,
    string? Limit = null,
    decimal? Value = null,
    decimal? Used = null,
    string? Currency = null,
    string? TraceId = null);
