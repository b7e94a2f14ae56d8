namespace FlowEngine.Comparing.Verdicts;

/// <summary>The first cause at which both traces part.</summary>
/// <param name="Kind"><c>input</c>, <c>variable</c>, <c>branch</c>, <c>passages</c>, <c>prompt</c>, <c>model</c>, <c>post_processing</c> or <c>failure</c>.</param>
/// <param name="At">Where: a variable's name, a node's id, a failure's code.</param>
/// <param name="Cluster">The same for the same cause; holds nothing of the conversation.</param>
public sealed record RootCause(string Kind, string At, string Cluster);
