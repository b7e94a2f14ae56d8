using System.Text.Json;
using FlowEngine.Chat.Replies;
using FlowEngine.Conversations;
using FlowEngine.Testing.Observing;
using FlowEngine.Testing.Tracing;

namespace FlowEngine.Chat.Trying;

/// <summary>What a try shows.</summary>
internal static class TrialReport
{
    private const int MaxValue = 4000;

    public static TryView Turn(TurnOutcome outcome, IReadOnlyList<FoldedStep> steps, NodeObserver observer, double durationMs) => new(
        EnumNames.For(outcome.Status),
        outcome.Language,
        [.. outcome.Messages.Select(ReplyBuilder.Message)],
        outcome.WaitingNodeId,
        null,
        Failure(outcome.Failure),
        [.. outcome.Effects.Select(effect => new TryEffectView(EnumNames.For(effect.Kind), effect.Type, effect.NodeId, Json(effect.Payload)))],
        new(outcome.Usage.Model, outcome.Usage.InputTokens, outcome.Usage.OutputTokens),
        Math.Round(durationMs, 3),
        [.. steps.Select((step, index) => Step(step, observer.Of(index + 1, step.Step.Id)))],
        null);

    /// <summary>One node alone: where the walk then stands is where the node leads.</summary>
    public static TryView Node(TurnOutcome outcome, IReadOnlyList<FoldedStep> steps, NodeObserver observer, double durationMs)
    {
        var view = Turn(outcome, [.. steps.Take(1)], observer, durationMs);
        var wentOn = outcome.Failure is null && steps.Count > 1;
        return view with
        {
            Status = wentOn ? "open" : view.Status,
            WaitingNodeId = wentOn ? null : view.WaitingNodeId,
            NextNodeId = wentOn ? steps[1].Step.Id : null,
        };
    }

    private static TryStepView Step(FoldedStep step, ObservedStep? seen) => new(
        step.Step.Id,
        step.Step.Settings.Label,
        step.Step.Type.Name,
        step.Flow,
        step.Module,
        step.Depth,
        step.Traced.PortName,
        Math.Round(step.Traced.DurationTicks / 10_000d, 4),
        Failure(step.Traced.Fault),
        Variables(step.Before),
        Variables(step.After),
        seen is { Branches.Count: > 0 } ? [.. seen.Branches.Select(Branch)] : null,
        seen is { Lookups.Count: > 0 } ? [.. seen.Lookups.Select(Lookup)] : null);

    private static TryBranchView Branch(ObservedBranch branch) => new(
        branch.Pointer,
        branch.Held,
        [.. branch.Tests.Select(test => new TryTestView(test.Left, test.Operator, [.. test.Right.Select(Json)], Json(test.LeftValue), test.Held))]);

    private static TryLookupView Lookup(ObservedLookup lookup) => new(
        lookup.Kind, lookup.Query, [.. lookup.Hits.Select(hit => new TryHitView(hit.Id, hit.Title, hit.Score))]);

    private static TryFailureView? Failure(TurnFailure? failure) => failure is null ? null : new(failure.Code, failure.NodeId, failure.Cause);

    private static TryVariablesView Variables(FoldedVariables variables) => new(Json(variables.Conversation), Json(variables.Walk));

    private static Dictionary<string, JsonElement> Json(IReadOnlyDictionary<string, Value> values) =>
        values.ToDictionary(pair => pair.Key, pair => Json(pair.Value), StringComparer.Ordinal);

    private static JsonElement Json(Value value)
    {
        var text = value.ToJson();
        return JsonElement.Parse(text.Length <= MaxValue ? text : Value.Of(UnicodeText.Shorten(text, MaxValue)).ToJson());
    }
}
