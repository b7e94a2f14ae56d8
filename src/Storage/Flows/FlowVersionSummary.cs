namespace FlowEngine.Storage.Flows;

/// <param name="Status"><c>draft</c>, <c>published</c> or <c>archived</c>.</param>
public sealed record FlowVersionSummary(
    string Name,
    int Version,
    bool IsActive,
    string Status,
    string Etag,
    string? Author,
    string? Note,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PublishedAt);

/// <param name="FlowData">The Drawflow export as it was sent.</param>
/// <param name="Settings">JSON.</param>
public sealed record FlowVersionDetail(long Id, FlowVersionSummary Summary, string FlowData, string? StartNodeId, string? Settings);
