namespace FlowEngine.Text;

/// <summary>A text with its folded words, folded once for all the keywords it is held against.</summary>
public sealed class FoldedText
{
    public FoldedText(string source)
    {
        Source = source;
        Text = TextFold.Fold(source);
        Words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public string Source { get; }

    /// <summary>The folded words between single spaces.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Words { get; }
}
