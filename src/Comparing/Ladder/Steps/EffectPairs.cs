using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>Effects of both sides held together: those of one type with one payload are the same; what is left over differs, in its order.</summary>
internal static class EffectPairs
{
    public static IEnumerable<Difference> Differences(IReadOnlyList<ObservedEffect> control, IReadOnlyList<ObservedEffect> candidate)
    {
        var left = candidate.ToList();
        var unmatched = control.Where(effect => !TakeSame(effect, left)).ToList();
        foreach (var effect in unmatched)
        {
            var other = left.FindIndex(theirs => IsOfType(effect, theirs) && theirs.Key == effect.Key);
            other = other >= 0 ? other : left.FindIndex(theirs => IsOfType(effect, theirs));
            yield return other >= 0
                ? Difference("changed", effect, left[other])
                : Difference("missing", effect, null);
            if (other >= 0)
            {
                left.RemoveAt(other);
            }
        }

        foreach (var effect in left)
        {
            yield return Difference("extra", null, effect);
        }
    }

    private static bool TakeSame(ObservedEffect effect, List<ObservedEffect> left)
    {
        var same = left.FindIndex(theirs => IsOfType(effect, theirs) && theirs.Payload == effect.Payload);
        if (same >= 0)
        {
            left.RemoveAt(same);
        }

        return same >= 0;
    }

    private static bool IsOfType(ObservedEffect left, ObservedEffect right) => left.Kind == right.Kind && left.Type == right.Type;

    private static Difference Difference(string kind, ObservedEffect? control, ObservedEffect? candidate) => new(
        $"effects.{(control ?? candidate)!.Type}", kind, Severity.Blocking, control?.Payload.ToJson(), candidate?.Payload.ToJson());
}
