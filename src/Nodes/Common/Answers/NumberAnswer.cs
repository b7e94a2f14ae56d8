using System.Text.RegularExpressions;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>
/// The one number of a text, by the language's notation: in Turkish <c>1.500,50</c>, in English <c>1,500.50</c>; <c>50 bin</c>,
/// <c>2 million</c>. A separator that cannot group thousands is a decimal point in every language.
/// </summary>
internal static class NumberAnswer
{
    private static readonly Regex s_number = new(
        @"(?<sign>[-+−])?(?<number>[0-9]{1,3}([ \u00A0\u202F'’][0-9]{3})+([.,][0-9]+)?|[0-9]+([.,][0-9]+)*|[.,][0-9]+)" +
        @"(\s?(?<scale>k|bin|thousand|mn|milyon|million)\b)?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    /// <summary>Null where the text has none, or several.</summary>
    public static decimal? Read(string text, string language)
    {
        var matches = s_number.Matches(text);
        if (matches.Count != 1 || (matches[0].Index > 0 && !IsBorder(text[matches[0].Index - 1])))
        {
            return null;
        }

        var number = Parse(matches[0].Groups["number"].Value, LanguageNumbers.Of(language).NumberDecimalSeparator[0]);
        var isNegative = matches[0].Groups["sign"].Value is "-" or "−";
        return (isNegative ? -number : number) * Factor(matches[0].Groups["scale"].Value);
    }

    private static bool IsBorder(char before) => char.IsWhiteSpace(before) || before is '(' or ':' or '=' or '~' or '%' or '₺' or '$' or '€' or '£' or '"' or '\'';

    private static decimal? Parse(string text, char point) =>
        NumberText.Parse(string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '.' or ',')), point);

    private static decimal Factor(string scale) => scale.ToUpperInvariant() switch
    {
        "" => 1,
        "K" or "BIN" or "THOUSAND" => 1_000,
        _ => 1_000_000,
    };
}
