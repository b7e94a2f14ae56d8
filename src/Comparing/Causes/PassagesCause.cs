using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Causes;

/// <summary>What was looked up - passages, products - and what services answered, before a model saw it.</summary>
internal static class PassagesCause
{
    private const string Kind = "passages";

    /// <summary>V1 does not record what it looked up, but what of it its model was given.</summary>
    public static RootCause? Of(Observation control, Observation candidate)
    {
        var (ours, theirs) = (LookUps(control), LookUps(candidate));
        return ours.Count > 0 && theirs.Count > 0 ? Recorded(ours, theirs) : null;
    }

    private static RootCause? Recorded(List<OutsideAnswer> ours, List<OutsideAnswer> theirs)
    {
        for (var i = 0; i < Math.Max(ours.Count, theirs.Count); i++)
        {
            var (left, right) = (ours.ElementAtOrDefault(i), theirs.ElementAtOrDefault(i));
            if (left?.Port != right?.Port || left?.Answer != right?.Answer)
            {
                var at = (left ?? right)!;
                return new RootCause(Kind, at.NodeId, $"{Kind}:{at.Port}:{at.NodeId}");
            }
        }

        return null;
    }

    private static List<OutsideAnswer> LookUps(Observation observation) => [.. observation.OutsideAnswers.Where(answer => answer.Port != "model")];
}
