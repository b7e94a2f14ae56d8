namespace FlowEngine.Text;

/// <summary>A text with its folded words, folded once for all the keywords it is held against.</summary>
public sealed class FoldedText
{
    private string? _marked;
    private string? _pictures;
    private string[]? _markedWords;

    public FoldedText(string source)
        : this(source, TextFold.Fold(source), null)
    {
    }

    private FoldedText(string source, string text, string? marked)
    {
        Source = source;
        Text = text;
        _marked = marked;
        Words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public string Source { get; }

    /// <summary>The folded words between single spaces.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The same with the signs that change what a text says, each as a word: <c>c #</c>, <c>a rh +</c>, <c>- 5</c>.</summary>
    public string Marked => _marked ??= TextFold.MayHaveMarks(Source) ? TextFold.FoldWithMarks(Source) : Text;

    public IReadOnlyList<string> MarkedWords => _markedWords ??= Marked.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Its emojis and other pictures, in their order.</summary>
    public string Pictures => _pictures ??= TextFold.Pictures(Source);

    /// <summary>Any text that folds to this, signs included.</summary>
    internal static FoldedText OfMarked(string marked) => new(marked, TextFold.Fold(marked), marked);

    /// <summary>
    /// The same words with the same signs. Pictures beside the words decorate, so that they count only where both texts have some.
    /// </summary>
    public bool IsSame(FoldedText other) =>
        Text == other.Text && Marked == other.Marked
        && (Pictures.Length == 0 || other.Pictures.Length == 0 || Pictures == other.Pictures);
}
