using FlowEngine.Conversations;

namespace FlowEngine.Checking.ControlFlow;

/// <param name="Procedure">The procedure whose walk variable it is; -1 for a conversation variable.</param>
internal readonly record struct VariableKey(int Procedure, string Name)
{
    public const int Conversation = -1;

    public bool IsConversation => Procedure == Conversation;

    public static VariableKey For(AssignmentScope scope, string name, int procedure) =>
        new(scope == AssignmentScope.Walk ? procedure : Conversation, name);

    /// <summary>The variables that a path may refer to within a procedure, the walk's first; none if it reads a read-only value.</summary>
    public static IReadOnlyList<VariableKey> For(VariablePath path, int procedure) => path.Root switch
    {
        VariableRoot.Walk => [new(procedure, path.Name)],
        VariableRoot.Conversation => [new(Conversation, path.Name)],
        VariableRoot.Any => [new(procedure, path.Name), new(Conversation, path.Name)],
        _ => [],
    };
}
