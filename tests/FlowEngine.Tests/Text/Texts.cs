using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Tests.Text;

/// <summary>Texts that like to break things: Turkish letters, braces, quotes, marks, halves of surrogate pairs.</summary>
internal static class Texts
{
    private static readonly string[] s_pieces =
    [
        "a", "I", "İ", "ı", "i", "ş", "Ğ", "1", "9", ".", ",", "'", "’", "`", "´", " ", "\u00A0", "-", "|", ":", "\"", "\\", "{{", "}}", "{", "}",
        "\\{{", "\u0307", "\u0301", "\u0345", "\uD800", "\uDC00", "👍", "½", "²", "ŉ", "ﬁ", "™", "가", "각", "\u302E", "\uFFFF", "\0", "\u200D",
        "walk.x", "name", "upper", "default", "money", "date", "*",
    ];

    public static Arbitrary<string> Any() =>
        Gen.OneOf(
            Gen.Elements(s_pieces).ArrayOf().Select(string.Concat),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            ArbMap.Default.GeneratorFor<char>().ArrayOf().Select(characters => new string(characters)))
            .ToArbitrary();
}
