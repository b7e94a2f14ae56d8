using FlowEngine.Conversations;

namespace FlowEngine.Testing.Observing;

/// <summary>What a node decided by and looked up.</summary>
/// <param name="Branches">In the order in which they were tried, up to the one that was taken; empty where the node does not decide by guards.</param>
public sealed record ObservedStep(string NodeId, IReadOnlyList<ObservedBranch> Branches, IReadOnlyList<ObservedLookup> Lookups);

/// <param name="Pointer">Of the guard, relative to the configuration.</param>
/// <param name="Held">Whether the guard held; of one that is taken where no other is, whether none did.</param>
public sealed record ObservedBranch(string Pointer, bool Held, IReadOnlyList<ObservedTest> Tests);

/// <summary>One comparison of a guard with the values of that moment.</summary>
/// <param name="Right">What it was compared with: values, keywords, or a pattern.</param>
public sealed record ObservedTest(string Left, string Operator, IReadOnlyList<Value> Right, Value LeftValue, bool Held);

/// <param name="Kind"><c>product</c> or <c>passage</c>.</param>
/// <param name="Query">What was searched for; empty where it was asked for by price or by id.</param>
public sealed record ObservedLookup(string Kind, string Query, IReadOnlyList<ObservedHit> Hits);

/// <param name="Score">Of a passage, 0 to 1.</param>
public sealed record ObservedHit(long Id, string Title, double? Score);
