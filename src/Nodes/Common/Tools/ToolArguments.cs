using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Common.Tools;

/// <summary>The arguments of a call, as far as they are what the tool takes.</summary>
internal static class ToolArguments
{
    private const int MaxText = 500;

    /// <summary>Null where there is no text under this name, or one that is too long.</summary>
    public static string? Text(Value arguments, string name) =>
        arguments[name] is { Kind: ValueKind.Text or ValueKind.Number, IsBlank: false } value && UnicodeText.Trim(value.ToString()) is { Length: <= MaxText } text
            ? text
            : null;

    public static ToolAnswer Missing(string name) => ToolAnswer.BadArguments($"'{name}' must be a text of 1 to {MaxText} characters.");
}
