namespace FlowEngine.Conversations;

/// <summary>
/// <c>env:NAME</c> or <c>config:NAME</c>: how flows and rows name a secret. What a flow names are settings of the service; a flow
/// never reads any other variable of the machine.
/// </summary>
public static class SecretReference
{
    private const int MaxLength = 100;

    /// <summary>Null where the text is no reference: a literal secret above all, so say it without repeating the text.</summary>
    public static string? NameOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = text[(colon + 1)..];
        return text[..Math.Max(colon, 0)] is "env" or "config"
            && name.Length is > 0 and <= MaxLength
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
                ? name
                : null;
    }
}
