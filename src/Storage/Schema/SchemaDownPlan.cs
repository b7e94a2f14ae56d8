namespace FlowEngine.Storage.Schema;

/// <param name="Refused">What stays, each with why.</param>
/// <param name="AuditStays">The table of audited actions is not among what goes.</param>
public sealed record SchemaDownPlan(SchemaState State, IReadOnlyList<SchemaStep> Steps, IReadOnlyList<string> Refused, bool HasData, bool AuditStays);

/// <param name="Backup">Address of the verified copy; null where none was needed or wanted.</param>
public sealed record SchemaDownResult(SchemaDownPlan Plan, string? Backup);
