using System.Text.RegularExpressions;

namespace FlowEngine.Nodes.Common.Grounding;

/// <summary>Addresses of web pages in a text.</summary>
internal static partial class LinkPattern
{
    /// <summary>As written, without closing punctuation or slash.</summary>
    public static IEnumerable<string> In(string text) =>
        Address().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '*', '/'));

    [GeneratedRegex(
        @"(https?://|www\.)[^\s<>\[\]""]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
