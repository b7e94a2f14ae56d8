using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>What users write who will not answer.</summary>
internal static class SkipWords
{
    public static bool Has(string answer) =>
        TextFold.Fold(answer) is "" or "gec" or "geciyorum" or "gecelim" or "atla" or "bos" or "skip" or "pass" or "skip it" or "next";
}
