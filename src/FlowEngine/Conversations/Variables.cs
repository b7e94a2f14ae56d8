namespace FlowEngine.Conversations;

/// <summary>What a turn can read and no node can write.</summary>
/// <param name="Message">The user's message of this turn; null in a time-out.</param>
/// <param name="Session">The session's id, user id and the request's metadata.</param>
/// <param name="Now">The turn's time, ISO 8601 in the tenant's time zone.</param>
public sealed record ReadOnlyVariables(Value Message, Value Session, Value Tenant, Value Now);

/// <summary>The variables as a node, a template or a condition reads them.</summary>
public sealed class Variables(VariableScope walk, VariableScope conversation, ReadOnlyVariables readOnly)
{
    /// <summary>The value at the path; null where nothing is set.</summary>
    public Value Resolve(VariablePath path)
    {
        var value = path.Root switch
        {
            VariableRoot.Any => walk.Contains(path.Name) ? walk.Get(path.Name) : conversation.Get(path.Name),
            VariableRoot.Walk => walk.Get(path.Name),
            VariableRoot.Conversation => conversation.Get(path.Name),
            VariableRoot.Message => readOnly.Message,
            VariableRoot.Session => readOnly.Session,
            VariableRoot.Tenant => readOnly.Tenant,
            _ => readOnly.Now,
        };
        for (var i = 0; i < path.Segments.Count; i++)
        {
            value = value[path.Segments[i]];
        }

        return value;
    }

    /// <summary>True where the variable that the path begins with is marked as personal.</summary>
    public bool IsPersonal(VariablePath path) => path.Root switch
    {
        VariableRoot.Any => walk.Contains(path.Name) ? walk.IsPersonal(path.Name) : conversation.IsPersonal(path.Name),
        VariableRoot.Walk => walk.IsPersonal(path.Name),
        VariableRoot.Conversation => conversation.IsPersonal(path.Name),
        _ => false,
    };

    /// <summary>Of both scopes: values that are marked as personal, or whose names say that they are.</summary>
    public IEnumerable<Value> PersonalValues(Func<string, bool> isPersonalName) =>
        walk.PersonalValues(isPersonalName).Concat(conversation.PersonalValues(isPersonalName));

    public Value Walk(string name) => walk.Get(name);

    public Value Conversation(string name) => conversation.Get(name);

    public bool IsSetInWalk(string name) => walk.Contains(name);
}
