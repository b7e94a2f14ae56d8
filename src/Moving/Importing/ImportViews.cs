namespace FlowEngine.Moving.Importing;

/// <param name="Refusals">Rows that were not carried.</param>
/// <param name="Notes">Rows that were carried otherwise than they stood, or are wrong in the source.</param>
public sealed record ImportReportView(
    IReadOnlyList<ImportTenantView> Tenants,
    IReadOnlyList<ImportTableView> Tables,
    IReadOnlyList<ImportKindView> Refusals,
    IReadOnlyList<ImportKindView> Notes,
    IReadOnlyList<ImportedFlowView> Flows)
{
    /// <summary>Null where the source is a database.</summary>
    public DumpView? Dump { get; init; }

    public bool IsWhole => Refusals.Count == 0 && Dump is not { IsWhole: false };
}

/// <param name="LegacyId">As the legacy system numbers it.</param>
/// <param name="Created">It was not here before.</param>
public sealed record ImportTenantView(long LegacyId, string Tenant, bool Created);

/// <param name="Read">The sum of the others.</param>
public sealed record ImportTableView(string Table, long Read, long Imported, long Updated, long Unchanged, long Refused);

/// <param name="Examples">A few legacy ids.</param>
public sealed record ImportKindView(string Table, string Code, long Count, IReadOnlyList<long> Examples);

/// <param name="Errors">Of the checker.</param>
public sealed record ImportedFlowView(string Tenant, long LegacyId, string Flow, int Version, bool HasDecisions, int Errors, string Note);
