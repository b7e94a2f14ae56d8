using FlowEngine.Api.Flows;

namespace FlowEngine.Api.Cli;

internal sealed record SchemaStatusView(string State, IReadOnlyList<string> Missing, IReadOnlyList<string> ForeignTables, bool HasData);

/// <param name="Before">The state that was found.</param>
internal sealed record SchemaUpView(string Before, IReadOnlyList<string> Applied, string? Backup, IReadOnlyList<string> ForeignTables);

/// <param name="Skipped">Rules that need a tenant, where none was named.</param>
internal sealed record FlowCheckView(IReadOnlyList<CheckedFileView> Files, IReadOnlyList<string> Skipped);

/// <param name="Changes">What the repair did.</param>
/// <param name="RepairedFile">Null where nothing was repaired; else the findings are of this file.</param>
internal sealed record CheckedFileView(
    string File, int Errors, int Warnings, IReadOnlyList<FindingView> Findings, IReadOnlyList<string> Changes, string? RepairedFile);

internal sealed record FlowDiffView(string Before, string After, bool Equal, IReadOnlyList<FlowChangeView> Changes);
