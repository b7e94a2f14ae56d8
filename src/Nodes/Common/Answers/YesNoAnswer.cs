using System.Collections.Frozen;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>Yes or no in Turkish or English; null where a text says neither, or both.</summary>
internal static class YesNoAnswer
{
    private static readonly FrozenSet<string> s_yes = Set(
        "evet olur tamam tabii tabi tabiki elbette aynen kabul onayliyorum isterim istiyorum dogru var yes yep yeah yup sure ok okay okey true correct right agreed");

    private static readonly FrozenSet<string> s_no = Set(
        "hayir yok olmaz istemiyorum istemem degil iptal yanlis hic gerek no nope nah not don dont never false wrong cancel");

    private static readonly FrozenSet<int> s_yesSigns = Signs("👍👌🆗✅✔☑💯🙆");

    private static readonly FrozenSet<int> s_noSigns = Signs("👎❌✖❎🚫⛔🙅✗✘");

    public static bool? Read(string text)
    {
        var words = TextFold.Words(text);
        switch (words)
        {
            case ["e" or "y" or "1"]:
                return true;
            case ["h" or "n" or "0"]:
                return false;
        }

        var saysNo = words.Any(s_no.Contains);
        var saysYes = words.Any(s_yes.Contains);
        var turnsAround = words.Any(word => word is "degil" or "not");
        return saysNo && saysYes ? (turnsAround ? false : null)
            : saysYes ? true
            : saysNo ? false
            : BySign(text);
    }

    /// <summary>Where the words say neither, a thumb, a tick or a cross does.</summary>
    private static bool? BySign(string text)
    {
        var saysYes = text.EnumerateRunes().Any(rune => s_yesSigns.Contains(rune.Value));
        var saysNo = text.EnumerateRunes().Any(rune => s_noSigns.Contains(rune.Value));
        return saysYes == saysNo ? null : saysYes;
    }

    private static FrozenSet<int> Signs(string signs) => signs.EnumerateRunes().Select(rune => rune.Value).ToFrozenSet();

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
