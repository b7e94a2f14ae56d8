namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>A fact that a reply states.</summary>
/// <param name="Kind">One of <see cref="EntityKinds"/>.</param>
/// <param name="Key">The same however it was written: <c>18500 TRY</c>, <c>2026-03-15</c>.</param>
internal readonly record struct Entity(string Kind, string Key);
