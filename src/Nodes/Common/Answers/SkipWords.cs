using System.Collections.Frozen;
using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>What users write who will not answer.</summary>
internal static class SkipWords
{
    private static readonly FrozenSet<string> s_words = FrozenSet.Create(
        StringComparer.Ordinal,
        "gec", "gecin", "geciniz", "geciyorum", "gecelim", "gecebilir miyiz", "pas", "pas gec", "atla", "atlayin", "atlayalim", "atlamak istiyorum", "bos",
        "bos gec", "bos birak", "bos kalsin", "skip", "skip it", "skip this", "skip please", "please skip", "pass", "next");

    /// <summary>Nothing, a dash in its place, or a word for going on.</summary>
    public static bool Has(string answer) =>
        UnicodeText.IsBlank(string.Concat(answer.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.DashPunctuation)))
        || s_words.Contains(TextFold.Fold(answer));
}
