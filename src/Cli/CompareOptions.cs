using FlowEngine.Chat.Engines;

namespace FlowEngine.Cli;

/// <summary>Which stored comparisons; null members take all.</summary>
internal sealed record CompareFilter(string? Tenant, DateTimeOffset? From, DateTimeOffset? To, string? Mode);

/// <param name="Flow">A file, or the name of one of the tenant's flows; null: the tenant's own choice.</param>
/// <param name="At">Null: now.</param>
internal sealed record CompareWorld(string? Tenant, string? Flow, DateTimeOffset? At);

/// <param name="AgainstItself">Percent of the conversations.</param>
/// <param name="Parallel">Conversations at once.</param>
internal sealed record ComparePlayOptions(
    string Input, CompareWorld World, EngineName Control, bool Free, double AgainstItself, int Parallel, string? Gate, string? Output, string? Html, bool Json);

/// <param name="Input">Null: the tenant's stored conversations.</param>
/// <param name="Most">Stored conversations.</param>
internal sealed record CompareCoverageOptions(string? Input, CompareWorld World, CompareFilter Filter, int Most, bool Json);
