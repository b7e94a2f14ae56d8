namespace FlowEngine.Cli;

internal enum CheckFormat
{
    Text,
    Json,
    Sarif,
}

/// <param name="Tenant">Slug; null: the rules that need a tenant are left out.</param>
internal sealed record FlowCheckOptions(IReadOnlyList<string> Files, string? Tenant, CheckFormat Format, bool Repair, bool Watch);
