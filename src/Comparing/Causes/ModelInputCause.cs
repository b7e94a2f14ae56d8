using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Causes;

/// <summary>The first thing that a model was given on one side and not on the other. Null where the models were given the same.</summary>
internal static class ModelInputCause
{
    public static RootCause? Of(Observation control, Observation candidate, Difference? worst) =>
        ModelCauses.IsSameAnswer(control, candidate) ? null
        : control.Engine == candidate.Engine ? CallByCall(control, candidate, worst)
        : OfAnswers(control, candidate, worst);

    /// <summary>
    /// Two walks, or two runs of V1, ask in the same order. Where a model answered the same otherwise, it is the cause of what later ones are given.
    /// </summary>
    private static RootCause? CallByCall(Observation control, Observation candidate, Difference? worst)
    {
        foreach (var (ours, theirs) in control.ModelCalls.Zip(candidate.ModelCalls))
        {
            if (Parting(ours, theirs) is { Count: > 0 } parts)
            {
                return Cause(parts, theirs, worst);
            }

            if (ours.Answer != theirs.Answer)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>V1 asks once, for its answer; a flow may ask several times, and its last answer is the one that stands beside V1's.</summary>
    private static RootCause? OfAnswers(Observation control, Observation candidate, Difference? worst)
    {
        var (ours, theirs) = (Answering(control), Answering(candidate));
        var (legacy, flow) = control.Engine == EngineNames.V1 ? (ours, control: candidate) : (theirs, control);
        if (legacy is not null && flow.Model is null && flow.ModelCalls.Count == 0)
        {
            return Unasked(flow, worst);
        }

        return ours is null || theirs is null ? null
            : Parting(ours, theirs) is { Count: > 0 } parts ? Cause(parts, flow == control ? ours : theirs, worst)
            : null;
    }

    /// <summary>The flow asked no model: the way that it took is the cause.</summary>
    private static RootCause Unasked(Observation flow, Difference? worst)
    {
        var node = flow.WaitingNodeId ?? flow.Path.LastOrDefault(step => step.Port is not null)?.NodeId ?? "start";
        return new RootCause("branch", node, $"branch:{flow.FlowVersionId}:{node}:no_model:{CauseField.Of(worst)}");
    }

    private static ObservedModelCall? Answering(Observation observation) => observation.ModelCalls.LastOrDefault(call => !call.IsQuestion);

    private static List<string> Parting(ObservedModelCall ours, ObservedModelCall theirs) =>
        [.. ModelInputs.Order.Where(part => ours.Given.GetValueOrDefault(part) != theirs.Given.GetValueOrDefault(part))];

    private static RootCause Cause(List<string> parts, ObservedModelCall call, Difference? worst) =>
        new(parts[0], call.NodeId, $"{parts[0]}:{call.NodeId}:{CauseField.Of(worst)}") { Inputs = parts };
}
