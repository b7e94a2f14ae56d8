using System.Text.RegularExpressions;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>The one e-mail address of a text; its domain in lower case.</summary>
internal static class EmailAnswer
{
    private const int MaxLength = 254;

    private static readonly Regex s_address = new(
        @"(?<local>[\p{L}\p{N}_%+&=~#!-]+(\.[\p{L}\p{N}_%+&=~#!-]+)*)@(?<domain>[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.\p{L}{2,})",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    public static string? Read(string text)
    {
        var matches = s_address.Matches(text);
        if (matches.Count != 1 || text.Count(c => c == '@') != 1 || matches[0].Length > MaxLength)
        {
            return null;
        }

        var match = matches[0];
        var end = match.Index + match.Length;
        var isCut = (match.Index > 0 && text[match.Index - 1] is '.' or '@') || (end + 1 < text.Length && text[end] is '.' or '-' && char.IsLetterOrDigit(text[end + 1]));
        return isCut ? null : $"{match.Groups["local"].Value}@{match.Groups["domain"].Value.ToLowerInvariant()}";
    }
}
