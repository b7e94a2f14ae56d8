using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

public enum NodeCategory
{
    Common,
    Shop,
    Integration,
}

/// <summary>Declares a node type. The name is what stands in a Drawflow node's <c>name</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NodeTypeAttribute(string name, NodeCategory category) : Attribute
{
    public string Name { get; } = name;

    public NodeCategory Category { get; } = category;

    /// <summary>One sentence for the node reference.</summary>
    public required string Summary { get; init; }

    public EffectKind Effect { get; init; }

    /// <summary>The node may wait for the user.</summary>
    public bool Waits { get; init; }

    /// <summary>The node may call a model or the outside, so it may take long and cost.</summary>
    public bool CallsOut { get; init; }

    /// <summary>A flow begins at a node of this type if only one such node has an outgoing connection.</summary>
    public bool IsEntryPoint { get; init; }

    /// <summary>The node answers the user by a model.</summary>
    public bool AnswersByModel { get; init; }

    /// <summary>Walk variables that must be set before; names with a trailing <c>?</c> are optional.</summary>
    public string[] Reads { get; init; } = [];

    /// <summary>
    /// Walk variables set at every port but <c>error</c>; <c>conversation.</c> before a name says otherwise. <c>products:list</c> says of
    /// which of <see cref="ValueTypes"/> it is.
    /// </summary>
    public string[] Sets { get; init; } = [];

    public Saying Says { get; init; }
}

/// <summary>An output of a node type; the order of the attributes is the order of <c>output_1..n</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PortAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>May be missing or unconnected; what happens then follows from the name (<see cref="PortFallback"/>).</summary>
    public bool Optional { get; init; }
}
