using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

/// <summary>Names of variables that a flow's author chose.</summary>
internal static class VariableName
{
    /// <summary>The scope and bare name of <c>walk.x</c>, <c>conversation.x</c> or <c>x</c>.</summary>
    public static (AssignmentScope Scope, string Name) Read(string written, AssignmentScope otherwise) =>
        written.StartsWith("walk.", StringComparison.Ordinal) ? (AssignmentScope.Walk, written[5..])
        : written.StartsWith("conversation.", StringComparison.Ordinal) ? (AssignmentScope.Conversation, written[13..])
        : (otherwise, written);

    /// <summary>A write to a name that the author chose.</summary>
    public static VariableWrite Written(string written, AssignmentScope otherwise, ValueTypes types, string pointer)
    {
        var (scope, name) = Read(written, otherwise);
        return new(scope, name, types) { IsNamed = true, Pointer = pointer };
    }

    /// <summary>Null where the name can be written to.</summary>
    public static ConfigurationFault? FaultOf(string written, string pointer) => VariablePath.TryParse(written) switch
    {
        null => new(pointer, $"'{written}' is not the name of a variable.", "Use letters, digits, _ and -."),
        { Root: VariableRoot.Message or VariableRoot.Session or VariableRoot.Tenant or VariableRoot.Now } =>
            new(pointer, $"'{written}' can only be read.", "Choose another name."),
        { Segments.Count: > 0 } => new(pointer, $"'{written}' is a part of a variable; only whole variables are written.", "Remove what follows the dot."),
        _ => null,
    };
}
