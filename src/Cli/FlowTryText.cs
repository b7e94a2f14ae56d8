using System.Globalization;
using System.Text.Json;
using FlowEngine.Chat.Trying;

namespace FlowEngine.Cli;

/// <summary>A try as a person reads it: what was said, then each step with the variables that it changed.</summary>
internal static class FlowTryText
{
    public static IEnumerable<string> Lines(TryView view)
    {
        foreach (var message in view.Messages)
        {
            yield return message.Content;
            if (message.QuickReplies is { Count: > 0 } replies)
            {
                yield return $"  [quick replies] {string.Join(" | ", replies)}";
            }
        }

        foreach (var line in view.Trace.SelectMany(Step))
        {
            yield return line;
        }

        foreach (var effect in view.Effects)
        {
            yield return $"[not done here: {effect.Type} {effect.Payload}]";
        }

        yield return view switch
        {
            { Failure: { } failure } => $"[failed: {failure.Code}{(failure.NodeId is null ? "" : $" in node {failure.NodeId}")}{(failure.Cause is null ? "" : $": {failure.Cause}")}]",
            { NextNodeId: { } next } => $"[leads to node {next}]",
            { WaitingNodeId: { } waiting } => $"[waits at node {waiting}]",
            _ => "[the flow has ended]",
        };
    }

    private static IEnumerable<string> Step(TryStepView step)
    {
        var indent = new string(' ', 2 * step.Depth);
        var fault = step.Failure is { } failure ? $"  {failure.Code}: {failure.Cause}" : "";
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{indent}{step.NodeId} {step.Type} {step.Label} -> {step.Port ?? "-"}  {step.DurationMs:0.000} ms{fault}");
        var changes = Changes("conversation", step.Before.Conversation, step.After.Conversation)
            .Concat(Changes("walk", step.Before.Walk, step.After.Walk));
        foreach (var change in changes)
        {
            yield return $"{indent}    {change}";
        }
    }

    private static IEnumerable<string> Changes(
        string scope, IReadOnlyDictionary<string, JsonElement> before, IReadOnlyDictionary<string, JsonElement> after) =>
        from name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let was = before.TryGetValue(name, out var left) ? left.GetRawText() : "nothing"
        let now = after.TryGetValue(name, out var right) ? right.GetRawText() : "nothing"
        where was != now
        select $"{scope}.{name}: {was} -> {now}";
}
