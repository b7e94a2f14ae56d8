using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Drawflow.Importing;
using FlowEngine.Moving.Rows;
using FlowEngine.Text;

namespace FlowEngine.Moving.Rules;

/// <param name="Name">What a flow's name may be here: a-z, 0-9 and -.</param>
/// <param name="Note">The import report in short.</param>
public sealed record MovedFlow(long Id, string Name, string Document, string? StartNodeId, string Note, bool HasDecisions);

/// <summary>A flow of a tenant's database becomes a Drawflow export, by the same import that <c>flow import</c> uses.</summary>
public static class FlowDraftRule
{
    private const int LongestName = 60;
    private const int LongestNote = 500;

    public static Carried<MovedFlow> Carry(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Id <= 0)
        {
            return Carried<MovedFlow>.Refused(MovingCodes.NoId);
        }

        if (row.Filled("flow_data") is not { } json || LegacyFlowImport.Read(json, row.Filled("start_node_id")) is not { Document: { } document } result)
        {
            return Carried<MovedFlow>.Refused(MovingCodes.NoFlow);
        }

        var flow = new MovedFlow(row.Id, NameOf(row), document.ToJson(), result.StartNodeId, NoteOf(row, result), result.HasDecisions);
        return Carried<MovedFlow>.As(flow, [.. result.HasDecisions ? [MovingCodes.Decisions] : Array.Empty<string>()]);
    }

    private static string NameOf(LegacyRow row)
    {
        var words = TextFold.Words(row.Text("flow_name") ?? "").Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0);
        var name = string.Join('-', words);
        return name.Length switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"flow-{row.Id}"),
            > LongestName => UnicodeText.Cut(name, LongestName),
            _ => name,
        };
    }

    private static string NoteOf(LegacyRow row, LegacyFlowResult result)
    {
        int Count(ImportSeverity severity) => result.Report.Count(finding => finding.Severity == severity);
        var decisions = result.Report.Where(finding => finding.Severity == ImportSeverity.Decision)
            .Select(finding => $"{finding.Code}{(finding.NodeId is null ? "" : $" in node {finding.NodeId}")}");
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"Imported flow {row.Id} '{row.Text("flow_name")}': {Count(ImportSeverity.Decision)} decisions, {Count(ImportSeverity.Warning)} warnings, {Count(ImportSeverity.Note)} notes. {string.Join("; ", decisions)}").TrimEnd();
        return UnicodeText.Title(note, LongestNote);
    }
}
