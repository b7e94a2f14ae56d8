namespace FlowEngine.Comparing.Verdicts;

/// <summary>The first cause at which both traces part.</summary>
/// <param name="Kind"><c>input</c>, <c>variable</c>, <c>branch</c>, <c>failure</c>, a part of what the model was given such as <c>products</c>, <c>history</c> or <c>prompt</c>, <c>model</c> or <c>post_processing</c>.</param>
/// <param name="At">Where: a variable's name, a node's id, a failure's code.</param>
/// <param name="Cluster">The same for the same cause; holds nothing of the conversation.</param>
public sealed record RootCause(string Kind, string At, string Cluster)
{
    /// <summary>All that the model was given otherwise on one side, the cause first; null where that is not the cause.</summary>
    public IReadOnlyList<string>? Inputs { get; init; }
}
