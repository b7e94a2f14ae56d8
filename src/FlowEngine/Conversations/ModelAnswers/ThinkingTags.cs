namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>
/// The marks between which models write what they think before they answer. An entry is the name of a tag (<c>think</c> for
/// <c>&lt;think&gt;...&lt;/think&gt;</c>), or an opening and a closing mark with a space between them.
/// </summary>
public sealed class ThinkingTags
{
    public const int MaxTags = 40;
    public const int MaxLength = 100;

    private ThinkingTags(IReadOnlyList<string> written) => Written = written;

    public static ThinkingTags Default { get; } = new(
    [
        "think", "thinking", "thought", "thoughts", "reasoning", "reflection", "scratchpad", "inner_monologue", "seed:think", "antml:thinking",
        "[THINK] [/THINK]", "◁think▷ ◁/think▷", "<|begin_of_thought|> <|end_of_thought|>", "<|START_THINKING|> <|END_THINKING|>",
        "<|channel|>analysis<|message|> <|end|>", "<|channel|>commentary<|message|> <|end|>", "<unused94> <unused95>",
    ]);

    public IReadOnlyList<string> Written { get; }

    /// <returns>Null where an entry is neither a tag's name nor two marks.</returns>
    public static ThinkingTags? Parse(IReadOnlyList<string> entries) =>
        entries.Count <= MaxTags && entries.All(IsEntry) ? new(entries) : null;

    private static bool IsEntry(string entry) =>
        entry.Length is > 0 and <= MaxLength
        && (entry.All(IsOfName) || (entry.Split(' ') is [{ Length: > 1 }, { Length: > 1 }] marks && marks[0] != marks[1]));

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ':' or '.';
}
