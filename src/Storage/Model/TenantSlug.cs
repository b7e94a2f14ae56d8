using System.Globalization;
using System.Text;
using FlowEngine.Text;

namespace FlowEngine.Storage.Model;

/// <summary>The name by which a tenant is addressed: lower-case ASCII letters, digits, and hyphens between them.</summary>
public static class TenantSlug
{
    public const int MaxLength = 64;

    public const string Rule = "1 to 64 lower-case letters (a to z), digits and hyphens, with no hyphen at either end";

    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength && text[0] != '-' && text[^1] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Made of a name: "Çağrı İnşaat A.Ş." gives <c>cagri-insaat-a-s</c>.</summary>
    /// <returns>Empty where nothing of the name can be in a slug.</returns>
    public static string From(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in TextFold.Fold(name))
        {
            if (Plain(c) is { Length: > 0 } letters)
            {
                slug.Append(letters);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Cut(slug.ToString(), MaxLength);
    }

    /// <summary>The slug, or the first of <c>slug-2</c>, <c>slug-3</c> ... that nobody has; it is taken then.</summary>
    public static string Unique(string slug, ISet<string> taken)
    {
        var unique = slug;
        for (var number = 2; !taken.Add(unique); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            unique = Cut(slug, MaxLength - suffix.Length) + suffix;
        }

        return unique;
    }

    private static string Cut(string slug, int length) => slug[..Math.Min(slug.Length, length)].Trim('-');

    /// <summary>Letters that normalising leaves as they are.</summary>
    private static string Plain(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ə' => "e",
        _ when char.IsAsciiLetterOrDigit(c) => c.ToString(),
        _ => "",
    };
}
