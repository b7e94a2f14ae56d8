namespace FlowEngine.Comparing.Observations;

/// <summary>One call of a model, so far as two of them are compared.</summary>
/// <param name="NodeId">That asked.</param>
/// <param name="IsQuestion">Nobody sees the answer: a node asked for itself.</param>
/// <param name="Given">By <see cref="ModelInputs"/>, short hashes of what the model was given; parts that are empty are left out.</param>
/// <param name="Answer">Short hash of what it answered; null where it gave none.</param>
public sealed record ObservedModelCall(string NodeId, bool IsQuestion, IReadOnlyDictionary<string, string> Given, string? Answer);
