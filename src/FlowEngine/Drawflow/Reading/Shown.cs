using FlowEngine.Conversations;

namespace FlowEngine.Drawflow.Reading;

/// <summary>Text of the document as a message may show it: bounded, without control characters.</summary>
internal static class Shown
{
    private const int MaxLength = 60;

    public static string Of(string text)
    {
        var cut = UnicodeText.Shorten(text, MaxLength, "…");
        return string.Concat("'", new string([.. cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]), "'");
    }
}
