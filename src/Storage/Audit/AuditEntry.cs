namespace FlowEngine.Storage.Audit;

/// <param name="Actor">Who did it: <c>key:ID</c>, or a part of the program.</param>
/// <param name="Action">What was done to which kind of thing: <c>flow.publish</c>.</param>
/// <param name="Subject">The thing's name.</param>
/// <param name="Details">JSON.</param>
/// <param name="Status">success or failure of what people do in a chat; else null.</param>
/// <param name="Code">Why it failed.</param>
public sealed record AuditEntry(
    long Id, string Actor, string Action, string Subject, string? Details, DateTimeOffset CreatedAt, string? Status = null, string? Code = null, int? DurationMs = null);

/// <summary>What of the audit is asked for; null: all.</summary>
/// <param name="Action">Exactly this one.</param>
/// <param name="Entity">The kind of thing: what stands before the dot of an action.</param>
/// <param name="Subject">The thing's name.</param>
public sealed record AuditFilter(string? Action, string? Entity, string? Subject);
