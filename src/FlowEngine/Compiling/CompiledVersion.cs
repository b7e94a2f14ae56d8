using System.Collections.Frozen;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;

namespace FlowEngine.Compiling;

/// <summary>A flow version with all its modules.</summary>
/// <param name="Modules">By name; <c>Home</c> is always there.</param>
/// <param name="HasExternalEffect">A node of it calls the outside, so its turns are claimed before they run.</param>
public sealed record CompiledVersion(
    FlowVersionRef Version,
    FrozenDictionary<string, Flow> Modules,
    FlowSettings Settings,
    bool HasExternalEffect)
{
    public Flow Home => Modules[DrawflowDocument.HomeName];

    /// <summary>Names of the flows that it calls.</summary>
    public IReadOnlyList<string> Calls { get; init; } = [];
}
