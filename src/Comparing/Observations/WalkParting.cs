namespace FlowEngine.Comparing.Observations;

/// <summary>Where two walks of one flow version part.</summary>
/// <param name="Node">The last node that both came by; null where they began at different ones.</param>
/// <param name="Control">The way taken: <c>3 output_2</c>.</param>
internal sealed record WalkParting(ObservedStep? Node, string Control, string Candidate)
{
    private const string Nothing = "-";

    /// <summary>Null where they don't part, or are not of one version.</summary>
    public static WalkParting? Of(Observation control, Observation candidate)
    {
        if (control.Engine != candidate.Engine || control.FlowVersionId is null || control.FlowVersionId != candidate.FlowVersionId)
        {
            return null;
        }

        for (var i = 0; i < Math.Max(control.Path.Count, candidate.Path.Count); i++)
        {
            var (ours, theirs) = (control.Path.ElementAtOrDefault(i), candidate.Path.ElementAtOrDefault(i));
            if (ours == theirs)
            {
                continue;
            }

            return ours?.NodeId == theirs?.NodeId
                ? new(ours, Way(ours), Way(theirs))
                : new(i > 0 ? control.Path[i - 1] : null, Way(ours), Way(theirs));
        }

        return null;
    }

    private static string Way(ObservedStep? step) => step is null ? Nothing : step.Port is { } port ? $"{step.NodeId} {port}" : step.NodeId;
}
