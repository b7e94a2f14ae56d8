using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Observations;

/// <param name="Kind"><c>stored</c> or <c>external</c>.</param>
/// <param name="Type">What kind of thing: <c>lead</c>, <c>webhook</c>.</param>
/// <param name="Key">Turn, node and attempt.</param>
public sealed record ObservedEffect(string Kind, string Type, string Key, Value Payload);
