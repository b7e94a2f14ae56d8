using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>A variable that a node writes.</summary>
/// <param name="Types">Of the values that it writes; where it copies, of what cannot be told from the variable copied.</param>
public sealed record VariableWrite(AssignmentScope Scope, string Name, ValueTypes Types)
{
    /// <summary>Names of the ports at which it is written; null: at every port but <c>error</c>.</summary>
    public IReadOnlyList<string>? Ports { get; init; }

    /// <summary>The flow's author chose the name, so it is there to be read.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Where the name stands, relative to the configuration; empty where the type itself gives the name.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The value is this variable's own, with its types; where that is not set, neither is this one.</summary>
    public VariablePath? CopyOf { get; init; }

    /// <summary>What the value is made of, beside what it is a copy of.</summary>
    public IReadOnlyList<VariablePath> MadeOf { get; init; } = [];

    /// <summary>What the user is asked for where that tells who they are, such as "an e-mail address"; null: nothing of the kind.</summary>
    public string? Personal { get; init; }

    /// <summary>All values that it writes; null where they are not known.</summary>
    public IReadOnlyList<Value>? Values { get; init; }

    /// <summary>The value, or what is added, where it is always the same; null where it is not known.</summary>
    public Value? Literal { get; init; }

    /// <summary>The variable may have no value afterwards.</summary>
    public bool MayBeNothing { get; init; }

    /// <summary>The value follows from the one before (counted up, appended to).</summary>
    public bool BuildsOnBefore { get; init; }

    /// <summary>The variable has no value afterwards.</summary>
    public bool Clears { get; init; }
}

/// <summary>A configuration from which follows what the node writes, beside what its type declares.</summary>
public interface IWritingConfiguration
{
    IReadOnlyList<VariableWrite> Writes { get; }
}
