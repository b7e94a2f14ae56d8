using System.Globalization;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Moving.Importing;

namespace FlowEngine.Cli;

/// <summary>Reports on conversations as a person reads them.</summary>
internal static class ConversationsText
{
    public static IEnumerable<ReportPart> Parts(ImportReportView report) =>
    [
        .. Paragraphs(report.Tenants.Select(tenant => $"tenant {tenant.LegacyId} is {tenant.Tenant}{(tenant.Created ? ", made now" : "")}")),
        .. Paragraphs(report.Dump is { } dump ? Lines(dump) : []),
        new ReportTable(
            "",
            ["table", "read", "imported", "updated", "unchanged", "refused"],
            [.. report.Tables.Select(table => (string[])
                [table.Table, Number(table.Read), Number(table.Imported), Number(table.Updated), Number(table.Unchanged), Number(table.Refused)])]),
        .. Paragraphs(report.Flows.Select(flow => $"flow {flow.LegacyId} of {flow.Tenant} is draft {flow.Version} of {flow.Flow}, {flow.Errors} errors. {flow.Note}")),
        .. Paragraphs(Kinds("refused", report.Refusals).Concat(Kinds("note", report.Notes))),
    ];

    public static IEnumerable<ReportPart> Parts(StatusView view) =>
    [
        new ReportParagraph(view.Kind == "own" ? "Our own database." : "A database of the legacy system."),
        new ReportTable(
            "",
            ["tenant", "day", "total", "V1 only", "V2 only", "both", "neither"],
            [
                .. view.Tenants.Select(day => Counts(day.Tenant?.ToString(CultureInfo.InvariantCulture) ?? "none", day.Day ?? "none", day.Conversations)),
                Counts("all", "", view.Conversations),
            ]),
        new ReportParagraph($"{view.Flows.TenantsWithFlows} tenants have flows, {view.Flows.TenantsWithActiveFlows} have an active one"),
        .. view.Flows.Tenants.Select(flows => new ReportParagraph($"tenant {flows.Tenant}: {flows.Flows} flows, {flows.Active} active", Indent: 2)),
        .. Paragraphs(view.NodeTypes.Select(category => $"node types '{category.Category}': {category.Types}, {category.Active} active")),
        .. Paragraphs(view.Answered.Select(answered => Invariant($"answered by {answered.Engine}: {answered.Messages:N0} messages"))),
        .. Paragraphs(Kinds("wrong", view.Wrong)),
        .. Paragraphs(view.FlowsNotRead.Count == 0 ? [] : [$"Not checked without --tenant-db: flow_id of tenants {string.Join(", ", view.FlowsNotRead)}."]),
    ];

    private static IEnumerable<string> Lines(DumpView dump)
    {
        foreach (var table in dump.Tables)
        {
            var name = table.Database.Length == 0 ? table.Table : $"{table.Database}.{table.Table}";
            var left = table.Reason is null ? "" : Invariant($", {table.Discarded:N0} not ({table.Reason})");
            yield return Invariant($"dump {name}: {table.Rows:N0} rows, {table.Read:N0} read{left}{(table.AddsUp ? "" : ": this does not add up")}");
        }

        if (dump.Skipped.Count > 0)
        {
            yield return Invariant($"dump: {dump.Skipped.Count} other tables, not read: {string.Join(", ", dump.Skipped)}");
        }
    }

    private static string[] Counts(string tenant, string day, EngineCountsView counts) =>
    [
        tenant, day, Number(counts.Total), Share(counts.V1Only, counts), Share(counts.V2Only, counts), Share(counts.Both, counts), Share(counts.Neither, counts),
    ];

    private static string Share(long part, EngineCountsView of) =>
        Invariant($"{part:N0} {100.0 * part / Math.Max(1, of.Total),3:0}%");

    private static string Number(long count) => Invariant($"{count:N0}");

    private static IEnumerable<ReportParagraph> Paragraphs(IEnumerable<string> lines) => lines.Select(line => new ReportParagraph(line));

    private static IEnumerable<string> Kinds(string word, IEnumerable<ImportKindView> kinds) =>
        kinds.Select(kind => Invariant($"{word} {kind.Code} in {kind.Table}: {kind.Count:N0}, for example {string.Join(", ", kind.Examples)}"));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
