namespace FlowEngine.Cli;

/// <param name="JUnit">File to write; null: none.</param>
/// <param name="Coverage">Name what no test covers.</param>
/// <param name="MinCoverage">Percent; null: any.</param>
/// <param name="Generate">Write tests for what no test covers.</param>
internal sealed record FlowTestOptions(
    string[] Paths, string? Tenant, bool Json, string? JUnit, bool Coverage, decimal? MinCoverage, bool Generate);
