using System.Collections.Immutable;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Compiling;

/// <summary>A node, ready to run. It does not know its flow.</summary>
public sealed record Step
{
    public required NodeTypeInfo Type { get; init; }

    public required object Configuration { get; init; }

    public required NodeSettings Settings { get; init; }

    public required ImmutableArray<StepPort> Ports { get; init; }

    public required TracedNode Traced { get; init; }

    public string Id => Traced.NodeId;

    /// <summary>Index of the port of this name if it is there and connected, else -1.</summary>
    public int ConnectedPort(string name)
    {
        for (var i = 0; i < Ports.Length; i++)
        {
            if (Ports[i].Target >= 0 && Traced.PortNames[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <param name="Target">Index of the step that follows; -1 where nothing is connected.</param>
/// <param name="Fallback">What then happens.</param>
public readonly record struct StepPort(int Target, PortFallback Fallback);
