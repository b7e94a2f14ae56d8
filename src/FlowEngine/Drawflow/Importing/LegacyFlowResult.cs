namespace FlowEngine.Drawflow.Importing;

/// <param name="Document">A standard export with the module Home; null where there was nothing to import.</param>
/// <param name="StartNodeId">To be stored with the version; null where a person must choose it, or where the document was no legacy flow.</param>
public sealed record LegacyFlowResult(
    DrawflowDocument? Document, string? StartNodeId, DrawflowVariant Variant, IReadOnlyList<ImportFinding> Report)
{
    public bool HasDecisions => Report.Any(finding => finding.Severity == ImportSeverity.Decision);
}
