using FlowEngine.Conversations;

namespace FlowEngine.Api.Trying;

/// <summary>Names of variables that a try may set.</summary>
internal static class TryVariable
{
    public static VariablePath? Parse(string name) =>
        VariablePath.TryParse(name) is { Segments.Count: 0, Root: VariableRoot.Any or VariableRoot.Walk or VariableRoot.Conversation } path ? path : null;

    public static string Fault(string name) => $"'{name}' is not a variable that can be set: write walk.name, conversation.name or name.";
}
