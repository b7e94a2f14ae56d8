using System.Text.RegularExpressions;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Comparing.Observations;

/// <summary>How links look in a reply, and how two spellings of one telephone number are told to be the same.</summary>
internal static partial class ContactPatterns
{
    private const string Turkey = "+90";

    [GeneratedRegex(@"\b(https?://|www\.)[^\s<>""'()\[\]{}|\\^`]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    public static partial Regex Link();

    /// <summary>
    /// The number as E.164, a Turkish one without its code: replies in English write it with the code or without. What no numbering plan has is
    /// compared by its digits.
    /// </summary>
    public static string PhoneKey(string phone, string language)
    {
        if (TelephoneNumber.Read(phone, PhoneRegion.ForLanguage(language)) is { } number)
        {
            return number.StartsWith(Turkey, StringComparison.Ordinal) ? number[Turkey.Length..] : number;
        }

        return string.Concat(TypedText.Plain(phone).Where(char.IsAsciiDigit)).TrimStart('0');
    }
}
