using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Causes;

/// <summary>
/// Finds the first cause at which both traces part, in the order of a turn. The cluster's key is made of names that belong to
/// flows, engines and models, never of anything that a user wrote.
/// </summary>
public static class RootCauses
{
    /// <param name="worst">The difference that weighs most; null where only a comparator's fault makes it a mismatch.</param>
    public static RootCause Of(Observation control, Observation candidate, Difference? worst) =>
        Input(control, candidate)
        ?? Variable(control, candidate)
        ?? Branch(control, candidate)
        ?? Failure(control, candidate)
        ?? BranchBesideV1(control, candidate, worst)
        ?? PassagesCause.Of(control, candidate)
        ?? ModelInputCause.Of(control, candidate, worst)
        ?? ModelCauses.Of(control, candidate, worst);

    private static RootCause? Input(Observation control, Observation candidate) =>
        control.InputHash == candidate.InputHash ? null : new RootCause("input", "input", "input");

    /// <summary>Where one side has no variables at all, it is an engine that keeps none.</summary>
    private static RootCause? Variable(Observation control, Observation candidate)
    {
        var (ours, theirs) = (control.VariablesBefore, candidate.VariablesBefore);
        if (control.Engine != candidate.Engine && (ours.Count == 0 || theirs.Count == 0))
        {
            return null;
        }

        var name = ours.Keys.Union(theirs.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(name => ours.GetValueOrDefault(name) != theirs.GetValueOrDefault(name));
        return name is null ? null : new RootCause("variable", name, $"variable:{name}");
    }

    private static RootCause? Branch(Observation control, Observation candidate) =>
        WalkParting.Of(control, candidate) is { } parting && !IsWhereItFailed(control, candidate, parting)
            ? new RootCause("branch", parting.Node?.NodeId ?? "start", $"branch:{parting.Node?.NodeId ?? "start"}:{parting.Control}>{parting.Candidate}")
            : null;

    /// <summary>The walks part at a node because it failed on one side.</summary>
    private static bool IsWhereItFailed(Observation control, Observation candidate, WalkParting parting) =>
        (control.Failure is null) != (candidate.Failure is null)
        && (control.Failure is null ? candidate : control).Path is [.., var last]
        && parting.Node?.NodeId == last.NodeId;

    private static RootCause? Failure(Observation control, Observation candidate)
    {
        var (ours, theirs) = (control.Failure?.Code, candidate.Failure?.Code);
        if (control.Failure == candidate.Failure)
        {
            return null;
        }

        return new RootCause("failure", theirs ?? ours!, $"failure:{control.Engine}={ours ?? "none"}:{candidate.Engine}={theirs ?? "none"}");
    }

    /// <summary>V1 has no branches: where the replies are of another shape, it is the way that the flow took.</summary>
    private static RootCause? BranchBesideV1(Observation control, Observation candidate, Difference? worst)
    {
        if (control.Engine == candidate.Engine || worst?.Field.StartsWith("structure.", StringComparison.Ordinal) != true)
        {
            return null;
        }

        var flow = control.Engine == EngineNames.V1 ? candidate : control;
        var node = flow.WaitingNodeId ?? flow.Path.LastOrDefault(step => step.Port is not null)?.NodeId ?? "start";
        return new RootCause("branch", node, $"branch:{flow.FlowVersionId}:{node}:{CauseField.Of(worst)}");
    }
}
