using FlowEngine.Checking;

namespace FlowEngine.Cli.Sarif;

/// <summary>A file and what was found in it.</summary>
internal sealed record SarifFile(string Path, ReadOnlyMemory<byte> Text, IReadOnlyList<Finding> Findings);
