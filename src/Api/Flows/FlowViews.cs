using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Http;
using FlowEngine.Api.OpenApi;
using FlowEngine.Compiling;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <param name="Severity"><c>error</c> (blocks publishing) or <c>warning</c>.</param>
/// <param name="NodeId">Null where it concerns the document.</param>
/// <param name="Pointer">JSON pointer into the document.</param>
/// <param name="Fix">How to fix it.</param>
/// <param name="CounterExample">User messages that reproduce it.</param>
/// <param name="Edits">The fix as a JSON Patch; absent if it is not mechanical.</param>
public sealed record FindingView(
    string Code, [property: AllowedValues("error", "warning")] string Severity, string? NodeId, string Pointer, string Message, string Fix, IReadOnlyList<string>? CounterExample,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<JsonPatchOperation>? Edits);

public sealed record FindingsView(IReadOnlyList<FindingView> Findings);

/// <summary>What saving or publishing came to.</summary>
public sealed record SavedFlowView(string Name, int Version, bool IsActive, string Etag, IReadOnlyList<FindingView> Findings)
{
    internal static OkWithEtag<SavedFlowView> From(FlowVersionSummary version, IReadOnlyList<FindingView> findings) =>
        new(new(version.Name, version.Version, version.IsActive, version.Etag, findings), version.Etag);
}

/// <summary>A version without its document.</summary>
/// <param name="Status"><c>draft</c>, <c>published</c> or <c>archived</c>.</param>
/// <param name="Author">Who saved it: <c>key:ID</c>.</param>
public sealed record FlowVersionView(
    string Name,
    int Version,
    bool IsActive,
    [property: AllowedValues("draft", "published", "archived")] string Status,
    string Etag,
    string? Author,
    string? Note,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PublishedAt);

/// <param name="Document">The Drawflow export.</param>
/// <param name="Settings">Fallback text, limits, languages; null where the tenant's count.</param>
public sealed record FlowDetailView(
    string Name,
    int Version,
    bool IsActive,
    [property: AllowedValues("draft", "published", "archived")] string Status,
    string Etag,
    string? Author,
    string? Note,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PublishedAt,
    string? StartNodeId,
    RawJson Document,
    [property: SchemaOf(typeof(FlowSettings))] RawJson? Settings);
