namespace FlowEngine.Conversations;

/// <summary>Where the first name of a path is looked up.</summary>
public enum VariableRoot
{
    /// <summary>A bare name: the walk first, then the conversation.</summary>
    Any,
    Walk,
    Conversation,
    Message,
    Session,
    Tenant,
    Now,
}

/// <summary>
/// A parsed path such as <c>walk.products.0.title</c>: the root, the variable's name (empty where the root is itself a value)
/// and the segments below it.
/// </summary>
public sealed record VariablePath(VariableRoot Root, string Name, IReadOnlyList<string> Segments)
{
    public const int MaxLength = 200;

    /// <summary>Null if the text is no path: segments are letters, digits, <c>_</c> and <c>-</c>, separated by single dots.</summary>
    public static VariablePath? TryParse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        var parts = text.ToString().Split('.');
        if (parts.Any(part => part.Length == 0 || !part.All(IsNameCharacter)))
        {
            return null;
        }

        return parts[0] switch
        {
            "walk" when parts.Length > 1 => new(VariableRoot.Walk, parts[1], parts[2..]),
            "conversation" when parts.Length > 1 => new(VariableRoot.Conversation, parts[1], parts[2..]),
            "walk" or "conversation" => null,
            "message" => new(VariableRoot.Message, "", parts[1..]),
            "session" => new(VariableRoot.Session, "", parts[1..]),
            "tenant" => new(VariableRoot.Tenant, "", parts[1..]),
            "now" => new(VariableRoot.Now, "", parts[1..]),
            _ => new(VariableRoot.Any, parts[0], parts[1..]),
        };
    }

    public override string ToString() => string.Join('.', new[]
    {
        Root switch
        {
            VariableRoot.Any => "",
            VariableRoot.Walk => "walk",
            VariableRoot.Conversation => "conversation",
            VariableRoot.Message => "message",
            VariableRoot.Session => "session",
            VariableRoot.Tenant => "tenant",
            _ => "now",
        },
        Name,
    }.Where(part => part.Length > 0).Concat(Segments));

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
