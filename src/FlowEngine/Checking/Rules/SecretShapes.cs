using System.Text.RegularExpressions;
using FlowEngine.Conversations;

namespace FlowEngine.Checking.Rules;

/// <summary>Tells keys, tokens and passwords from other text: by the shapes that services give them, or by their place and randomness.</summary>
internal static partial class SecretShapes
{
    private const int LongestText = 64 * 1024;
    private const int ShortestKey = 16;
    private const double LeastBitsPerCharacter = 3;

    /// <summary>What the text holds, such as "a private key"; null where it holds nothing of the kind.</summary>
    public static string? In(string text)
    {
        if (text.Length > LongestText)
        {
            text = UnicodeText.Cut(text, LongestText);
        }

        return PrivateKey().IsMatch(text) ? "a private key"
            : ServiceKey().IsMatch(text) ? "the key of a service"
            : JsonWebToken().IsMatch(text) ? "a signed token"
            : Bearer().Match(text) is { Success: true } bearer && LooksRandom(bearer.Groups[1].Value) ? "a bearer token"
            : UrlPassword().IsMatch(text) ? "a password in a URL"
            : QueryKey().Match(text) is { Success: true } query && LooksRandom(query.Groups[1].Value) ? "a key in a URL"
            : null;
    }

    /// <summary>The same for a text whose member's name says that it is a secret, such as <c>X-Api-Key</c>.</summary>
    public static string? InNamed(string name, string text)
    {
        var value = Basic().Match(text) is { Success: true } basic ? basic.Groups[1].Value : text.Trim();
        return SecretMember().IsMatch(name) && LooksRandom(value) ? $"what looks like the secret of '{name}'" : null;
    }

    /// <summary>Long, without spaces or variables, letters and digits mixed as no word has them.</summary>
    private static bool LooksRandom(string text) =>
        text.Length is >= ShortestKey and <= 4096
        && !text.Contains("{{", StringComparison.Ordinal)
        && !text.Any(char.IsWhiteSpace)
        && text.Any(char.IsAsciiDigit)
        && text.Any(char.IsAsciiLetter)
        && BitsPerCharacter(text) >= LeastBitsPerCharacter;

    private static double BitsPerCharacter(string text) => text
        .GroupBy(c => c)
        .Select(group => (double)group.Count() / text.Length)
        .Sum(share => -share * Math.Log2(share));

    [GeneratedRegex("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(
        @"\b(sk-[A-Za-z0-9_-]{20,}|(AKIA|ASIA)[0-9A-Z]{16}\b|gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{35}|[rs]k_(live|test)_[0-9A-Za-z]{16,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,})",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ServiceKey();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex JsonWebToken();

    [GeneratedRegex(@"\bbearer\s+([A-Za-z0-9._~+/-]{16,}=*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"^\s*basic\s+([A-Za-z0-9+/]{16,}=*)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Basic();

    [GeneratedRegex(@"\b[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s/@:{}]{1,200}:[^\s/@{}]{1,200}@[^\s/@{}]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(
        @"[?&](?:api_?key|apikey|key|token|access_token|auth|secret|client_secret|password|pwd|sig|signature)=([^&\s#{}]{16,})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QueryKey();

    [GeneratedRegex(
        "(authorization|api[-_]?key|access[-_]?key|auth[-_]?token|access[-_]?token|(^|[-_])(token|secret|password|passwd|pwd)$|client[-_]?secret)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretMember();
}
