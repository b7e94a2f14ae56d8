using System.Text.RegularExpressions;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Causes;

/// <summary>What differs, as part of a cluster's key: <c>entities.amounts:changed</c>. Places of messages are left out.</summary>
internal static partial class CauseField
{
    public static string Of(Difference? difference) =>
        difference is null ? "comparator" : $"{Place().Replace(difference.Field, "[]")}:{difference.Kind}";

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
