using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowEngine.Conversations;

namespace FlowEngine.Compiling;

/// <summary>One module of a flow version, compiled: steps in an array, ports as indexes. Immutable.</summary>
public sealed record Flow
{
    public required FlowVersionRef Version { get; init; }

    public required string Module { get; init; }

    public required ImmutableArray<Step> Steps { get; init; }

    /// <summary>Index of the step where a walk begins.</summary>
    public required int Start { get; init; }

    public required FrozenDictionary<string, int> IndexById { get; init; }
}
