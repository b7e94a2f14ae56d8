using System.Text.Json.Serialization;

namespace FlowEngine.Cli.Sarif;

/// <summary>As much of SARIF 2.1.0 (OASIS) as is written.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs);

internal sealed record SarifRun(SarifTool Tool, string ColumnKind, IReadOnlyList<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string Version, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(string Id, SarifLevel DefaultConfiguration);

internal sealed record SarifLevel(string Level);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    IReadOnlyList<SarifLocation> Locations,
    IReadOnlyDictionary<string, string> PartialFingerprints);

internal sealed record SarifText(string Text);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation, IReadOnlyList<SarifLogicalLocation> LogicalLocations);

internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

internal sealed record SarifArtifact(string Uri);

/// <summary>From 1; columns in UTF-16 code units.</summary>
internal sealed record SarifRegion(int StartLine, int StartColumn);

/// <param name="Name">The node's id, or nothing.</param>
/// <param name="FullyQualifiedName">The JSON pointer.</param>
internal sealed record SarifLogicalLocation(string? Name, string FullyQualifiedName, string Kind);
