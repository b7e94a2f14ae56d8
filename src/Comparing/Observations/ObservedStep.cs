namespace FlowEngine.Comparing.Observations;

/// <summary>One node that ran.</summary>
/// <param name="Port">The name of the port taken; null where the walk waited, ended, called or failed here.</param>
public sealed record ObservedStep(string NodeId, string Type, string? Port);
