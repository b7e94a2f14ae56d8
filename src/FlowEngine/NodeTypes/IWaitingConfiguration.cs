using System.Collections.Immutable;
using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>A configuration that says what is set when nobody answered in time.</summary>
public interface IWaitingConfiguration
{
    ImmutableArray<Assignment> SetsAtTimeout { get; }
}
