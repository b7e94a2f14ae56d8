using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Flows;

namespace FlowEngine.Cli;

/// <param name="Plan">Null where it was not asked for.</param>
/// <param name="Level"><c>legacy</c>, <c>hybrid</c> or <c>contracted</c>; null where there are no conversations.</param>
internal sealed record SchemaStatusView(
    string State,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> ForeignTables,
    bool HasData,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SchemaStepView>? Plan,
    string? Level);

internal sealed record SchemaStepView(string Name, IReadOnlyList<string> Sql);

/// <param name="Before">The state that was found.</param>
internal sealed record SchemaUpView(string Before, IReadOnlyList<string> Applied, string? Backup, IReadOnlyList<string> ForeignTables);

/// <param name="Before">The state that was found.</param>
/// <param name="Refused">What stays, each with why.</param>
internal sealed record SchemaDownView(
    string Before,
    IReadOnlyList<string> Applied,
    IReadOnlyList<string> Refused,
    string? Backup,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SchemaStepView>? Plan);

internal sealed record SchemaVerifyView(
    bool Same, string State, IReadOnlyList<SchemaDifferenceView> Differences, IReadOnlyList<string> ForeignTables);

/// <param name="Name">Of the column, index or constraint.</param>
internal sealed record SchemaDifferenceView(string Kind, string Table, string? Name, string? Expected, string? Found, string Message);

/// <param name="Skipped">Rules that need a tenant, where none was named.</param>
internal sealed record FlowCheckView(IReadOnlyList<CheckedFileView> Files, IReadOnlyList<string> Skipped);

/// <param name="Changes">What the repair did.</param>
/// <param name="RepairedFile">Null where nothing was repaired; else the findings are of this file.</param>
internal sealed record CheckedFileView(
    string File, int Errors, int Warnings, IReadOnlyList<FindingView> Findings, IReadOnlyList<string> Changes, string? RepairedFile);

internal sealed record FlowDiffView(string Before, string After, bool Equal, IReadOnlyList<FlowChangeView> Changes);

/// <param name="Document">Null where it was written to a file.</param>
internal sealed record FlowImportView(
    string File,
    string? Output,
    string? StartNodeId,
    IReadOnlyList<ImportFindingView> Report,
    IReadOnlyList<FindingView> Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Document);

/// <param name="Severity"><c>note</c>, <c>warning</c> or <c>decision</c>.</param>
/// <param name="Done">What was done, or what a person must decide.</param>
internal sealed record ImportFindingView(string Code, string Severity, string? NodeId, string Pointer, string Message, string Done);
