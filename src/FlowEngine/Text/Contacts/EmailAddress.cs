using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowEngine.Text.Contacts;

/// <summary>
/// E-mail addresses in text. The local part is RFC 5322's dot-atom, with letters of any script (RFC 6531); the domain is a host name with a dot, of any
/// script too. An address is read whole or not at all: only a blank, a bracket, a quotation mark, a label such as <c>mailto:</c> or the punctuation of a
/// sentence may touch it, and a Turkish suffix after an apostrophe may follow it.
/// </summary>
public static partial class EmailAddress
{
    private const int MaxLength = 254;
    private const int MaxLocalBytes = 64;
    private const int MaxLabel = 63;
    private const int MaxSuffix = 8;

    private static readonly SearchValues<char> s_atoms = SearchValues.Create("!#$%&'*+-/=?^_`{|}~");
    private static readonly IdnMapping s_names = new() { UseStd3AsciiRules = true };
    private static readonly HashSet<string> s_labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "mailto", "mail", "email", "e-mail", "eposta", "e-posta", "epostam", "e-postam", "mailim", "adres", "adresim", "address",
    };

    /// <summary>The one address of a text, its domain in lower case; null where there is none, or something that might be another.</summary>
    public static string? Read(string text)
    {
        var plain = TypedText.Plain(text);
        var at = plain.IndexOf('@', StringComparison.Ordinal);
        return at >= 0 && at == plain.LastIndexOf('@') ? At(plain, at) : null;
    }

    /// <summary>Every address of a text that can be read whole.</summary>
    public static IEnumerable<string> FindAll(string text)
    {
        var plain = TypedText.Plain(text);
        for (var at = plain.IndexOf('@', StringComparison.Ordinal); at >= 0; at = plain.IndexOf('@', at + 1))
        {
            if (At(plain, at) is { } address)
            {
                yield return address;
            }
        }
    }

    /// <summary>What looks like an address, for hiding it: takes too much rather than too little.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~.]{1,64}@[\p{L}\p{M}\p{N}\-]{1,63}(\.[\p{L}\p{M}\p{N}\-]{1,63}){1,8}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    public static partial Regex Pattern();

    private static string? At(string text, int at)
    {
        var start = at;
        while (start > 0 && IsLocal(text[start - 1]))
        {
            start--;
        }

        var end = at + 1;
        while (end < text.Length && (IsNamePart(text[end]) || text[end] is '-' or '.'))
        {
            end++;
        }

        while (end > at && text[end - 1] == '.')
        {
            end--;
        }

        start = InsideQuotes(text, start, end);
        var (local, domain) = (text[start..at], text[(at + 1)..end]);
        if (!IsDotAtom(local) || Encoding.UTF8.GetByteCount(local) > MaxLocalBytes || end - start > MaxLength || DomainOf(domain) is not { } known)
        {
            return null;
        }

        return MayBegin(text, start, end) && MayEnd(text, end) ? $"{local}@{known}" : null;
    }

    /// <summary>Signs that an atom may hold and that also quote: taken for quotes only where both are there.</summary>
    private static int InsideQuotes(string text, int start, int end)
    {
        var closing = text[start] switch
        {
            '{' => '}',
            '\'' or '`' or '*' or '_' or '|' => text[start],
            _ => '\0',
        };
        return closing != '\0' && end < text.Length && text[end] == closing ? start + 1 : start;
    }

    private static bool IsDotAtom(string local) =>
        local.Length > 0 && local[0] is not ('.' or '\'' or '`' or '{') && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);

    /// <summary>Null where it is no host name.</summary>
    private static string? DomainOf(string domain)
    {
        // A capital dotted İ in a domain is an "i" on a Turkish keyboard.
        var lower = domain.Replace('İ', 'i').ToLowerInvariant().Normalize();
        var labels = lower.Split('.');
        if (labels.Length < 2 || labels.Any(label => label.Length is 0 or > MaxLabel || label[0] == '-' || label[^1] == '-') || !IsTopLevel(labels[^1]))
        {
            return null;
        }

        if (Ascii.IsValid(lower))
        {
            return lower;
        }

        try
        {
            return s_names.GetAscii(lower).Length <= MaxLength ? lower : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsTopLevel(string label) =>
        label.Length >= 2 && (label.All(c => char.IsLetter(c) || IsMark(c)) || label.StartsWith("xn--", StringComparison.Ordinal));

    private static bool MayBegin(string text, int start, int end)
    {
        if (start == 0 || char.IsWhiteSpace(text[start - 1]))
        {
            return true;
        }

        var before = text[start - 1];
        if (before == ':')
        {
            return s_labels.Contains(text[LabelStart(text, start - 1)..(start - 1)]);
        }

        var closing = before switch
        {
            '(' => ')',
            '[' => ']',
            '<' => '>',
            '"' => '"',
            '\u201C' or '\u201E' => '\u201D',
            '\u2018' => '\u2019',
            '\u00AB' => '\u00BB',
            '\'' or '`' or '*' or '_' or '{' or '|' => before == '{' ? '}' : before,
            _ => '\0',
        };

        // A bracket within a word may belong to what was meant, unless it is closed right after the address.
        return closing != '\0' && (start == 1 || !char.IsLetterOrDigit(text[start - 2]) || (end < text.Length && text[end] == closing));
    }

    private static int LabelStart(string text, int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return start;
    }

    private static bool MayEnd(string text, int end)
    {
        if (end < text.Length && text[end] is '\'' or '\u2019')
        {
            var suffix = end + 1;
            while (suffix < text.Length && char.IsLetter(text[suffix]))
            {
                suffix++;
            }

            return suffix - end - 1 <= MaxSuffix && IsClosed(text, suffix);
        }

        return IsClosed(text, end);
    }

    /// <summary>Nothing but closing signs stand before the next blank.</summary>
    private static bool IsClosed(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            if (text[at] is not ('.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '>' or '"' or '\'' or '`' or '*' or '_' or '|'
                or '\u201D' or '\u2019' or '\u00BB' or '\u2026'))
            {
                return false;
            }

            at++;
        }

        return true;
    }

    private static bool IsLocal(char c) => c == '.' || IsNamePart(c) || s_atoms.Contains(c);

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || IsMark(c);

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
