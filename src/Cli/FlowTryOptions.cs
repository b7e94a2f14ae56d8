namespace FlowEngine.Cli;

/// <param name="Set"><c>NAME=VALUE</c> each.</param>
/// <param name="StatePath">Read if it is there, written afterwards.</param>
internal sealed record FlowTryOptions(
    string Path, string? Node, string[] Set, string? Message, string? StatePath, string? Language, string? Tenant, bool Json);
