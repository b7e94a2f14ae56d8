using FlowEngine.Conversations;

namespace FlowEngine.Checking.ControlFlow;

/// <param name="Unit">Whose walk's variable it is; -1 for the conversation's.</param>
internal readonly record struct VariableKey(int Unit, string Name)
{
    public const int Conversation = -1;

    public bool IsConversation => Unit == Conversation;

    public static VariableKey Of(AssignmentScope scope, string name, int unit) =>
        new(scope == AssignmentScope.Walk ? unit : Conversation, name);

    /// <summary>The variables that a path may mean within a unit: none where it reads what nobody writes; the walk's before the conversation's.</summary>
    public static IReadOnlyList<VariableKey> Of(VariablePath path, int unit) => path.Root switch
    {
        VariableRoot.Walk => [new(unit, path.Name)],
        VariableRoot.Conversation => [new(Conversation, path.Name)],
        VariableRoot.Any => [new(unit, path.Name), new(Conversation, path.Name)],
        _ => [],
    };
}
