using System.Globalization;
using FlowEngine.Moving.Importing;

namespace FlowEngine.Cli;

/// <summary>Reports on conversations as a person reads them.</summary>
internal static class ConversationsText
{
    public static IEnumerable<string> Lines(ImportReportView report)
    {
        foreach (var tenant in report.Tenants)
        {
            yield return $"tenant {tenant.LegacyId} is {tenant.Tenant}{(tenant.Created ? ", made now" : "")}";
        }

        foreach (var line in report.Dump is { } dump ? Lines(dump) : [])
        {
            yield return line;
        }

        yield return Invariant($"{"table",-28}{"read",12}{"imported",12}{"updated",12}{"unchanged",12}{"refused",12}");
        foreach (var table in report.Tables)
        {
            yield return Invariant($"{table.Table,-28}{table.Read,12:N0}{table.Imported,12:N0}{table.Updated,12:N0}{table.Unchanged,12:N0}{table.Refused,12:N0}");
        }

        foreach (var flow in report.Flows)
        {
            yield return $"flow {flow.LegacyId} of {flow.Tenant} is draft {flow.Version} of {flow.Flow}, {flow.Errors} errors. {flow.Note}";
        }

        foreach (var line in Kinds("refused", report.Refusals).Concat(Kinds("note", report.Notes)))
        {
            yield return line;
        }
    }

    public static IEnumerable<string> Lines(StatusView view)
    {
        yield return view.Kind == "own" ? "Our own database." : "A database of the legacy system.";
        yield return Invariant($"{"tenant",-10}{"day",-12}{"total",10}{"V1 only",15}{"V2 only",15}{"both",15}{"neither",15}");
        foreach (var day in view.Tenants)
        {
            yield return Counts(day.Tenant?.ToString(CultureInfo.InvariantCulture) ?? "none", day.Day ?? "none", day.Conversations);
        }

        yield return Counts("all", "", view.Conversations);
        yield return $"{view.Flows.TenantsWithFlows} tenants have flows, {view.Flows.TenantsWithActiveFlows} have an active one";
        foreach (var flows in view.Flows.Tenants)
        {
            yield return $"  tenant {flows.Tenant}: {flows.Flows} flows, {flows.Active} active";
        }

        foreach (var category in view.NodeTypes)
        {
            yield return $"node types '{category.Category}': {category.Types}, {category.Active} active";
        }

        foreach (var answered in view.Answered)
        {
            yield return Invariant($"answered by {answered.Engine}: {answered.Messages:N0} messages");
        }

        foreach (var line in Kinds("wrong", view.Wrong))
        {
            yield return line;
        }

        if (view.FlowsNotRead.Count > 0)
        {
            yield return $"Not checked without --tenant-db: flow_id of tenants {string.Join(", ", view.FlowsNotRead)}.";
        }
    }

    private static IEnumerable<string> Lines(DumpView dump)
    {
        foreach (var table in dump.Tables)
        {
            var name = table.Database.Length == 0 ? table.Table : $"{table.Database}.{table.Table}";
            var left = table.Reason is null ? "" : Invariant($", {table.Left:N0} not ({table.Reason})");
            yield return Invariant($"dump {name}: {table.Rows:N0} rows, {table.Read:N0} read{left}{(table.AddsUp ? "" : ": this does not add up")}");
        }

        if (dump.Skipped.Count > 0)
        {
            yield return Invariant($"dump: {dump.Skipped.Count} other tables, not read: {string.Join(", ", dump.Skipped)}");
        }
    }

    private static string Counts(string tenant, string day, EngineCountsView counts) => Invariant(
        $"{tenant,-10}{day,-12}{counts.Total,10:N0}{Share(counts.V1Only, counts)}{Share(counts.V2Only, counts)}{Share(counts.Both, counts)}{Share(counts.Neither, counts)}");

    private static string Share(long part, EngineCountsView of) =>
        Invariant($"{part,10:N0} {100.0 * part / Math.Max(1, of.Total),3:0}%");

    private static IEnumerable<string> Kinds(string word, IEnumerable<ImportKindView> kinds) =>
        kinds.Select(kind => Invariant($"{word} {kind.Code} in {kind.Table}: {kind.Count:N0}, for example {string.Join(", ", kind.Examples)}"));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
