using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

/// <summary>Reads what a model took out of an answer.</summary>
internal static class AnswerExtraction
{
    /// <summary>Before the value, so that no chatter is taken for one.</summary>
    public const string Mark = "value:";

    private const int MaxLength = 500;

    /// <summary>Null where the reply is not one line with a value behind the mark.</summary>
    public static string? ValueIn(string? reply) =>
        reply?.Trim() is { } line
        && line.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)
        && !line.Contains('\n', StringComparison.Ordinal)
        && line[Mark.Length..].Trim(' ', '"', '\'', '`') is { Length: > 0 and <= MaxLength } value
            ? value
            : null;

    /// <summary>Every word of the value stands in the answer: for texts, which nothing else holds.</summary>
    public static bool IsOf(string value, string answer)
    {
        var words = TextFold.Words(answer).ToHashSet(StringComparer.Ordinal);
        return TextFold.Words(value) is { Length: > 0 } taken && taken.All(words.Contains);
    }
}
