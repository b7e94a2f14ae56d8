using System.Text;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>What a model thought: the beginning of it, as much as a trace keeps.</summary>
internal sealed class ThinkingText
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 4000;

    private readonly StringBuilder _text = new();

    public void Append(ReadOnlySpan<char> text)
    {
        var left = MaxLength - _text.Length;
        if (left > 0)
        {
            var kept = text[..Math.Min(left, text.Length)];
            _text.Append(kept.Length < text.Length && char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept);
        }
    }

    /// <summary>What follows was thought apart from what is there.</summary>
    public void Break()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            Append("\n");
        }
    }

    public override string ToString() => _text.ToString().Trim();
}
