namespace FlowEngine.Conversations;

/// <summary>
/// How flows and AI configurations name a secret: <c>secret:NAME</c> is one that the tenant stored itself, <c>config:NAME</c> a setting
/// of the service, <c>env:NAME</c> a variable of its environment. Whether the tenant may send it where it wants to is decided when it is
/// looked up.
/// </summary>
public static class SecretReference
{
    public const string Stored = "secret";
    public const string Configuration = "config";
    public const string EnvironmentVariable = "env";

    private const int MaxLength = 100;

    /// <summary>Null where the text is no reference: a literal secret above all, so say it without repeating the text.</summary>
    public static string? NameOf(string text)
    {
        var name = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return SchemeOf(text) is Stored or Configuration or EnvironmentVariable && IsName(name) ? name : null;
    }

    /// <summary>What stands before the colon; empty where there is none.</summary>
    public static string SchemeOf(string text) => text[..Math.Max(text.IndexOf(':', StringComparison.Ordinal), 0)];

    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
