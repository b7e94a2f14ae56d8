using System.Globalization;
using FlowEngine.Conversations;

namespace FlowEngine.Cli;

/// <summary>Turns, traces and variables as lines of a terminal.</summary>
internal static class TurnText
{
    public static IEnumerable<string> Lines(TurnOutcome outcome)
    {
        foreach (var line in outcome.Messages.SelectMany(Lines))
        {
            yield return line;
        }

        if (outcome.Failure is { } failure)
        {
            yield return $"[failed: {failure.Code}{(failure.NodeId is null ? "" : $" in node {failure.NodeId}")}{(failure.Cause is null ? "" : $": {failure.Cause}")}]";
        }

        foreach (var effect in outcome.Effects)
        {
            yield return $"[not done here: {effect.Type}]";
        }

        if (outcome.Status == ConversationStatus.Ended)
        {
            yield return "[the flow has ended]";
        }
    }

    public static IEnumerable<string> Trace(TurnOutcome? outcome)
    {
        if (outcome is null)
        {
            return ["[no turn yet]"];
        }

        return outcome.Trace.Select(step => string.Create(
            CultureInfo.InvariantCulture,
            $"  {step.Node.NodeId,-6} {step.Node.Type,-20} {step.PortName ?? "-",-12} {step.DurationTicks / 10_000d,8:0.000} ms{Sets(step)}{Fault(step)}"));
    }

    public static IEnumerable<string> Variables(ConversationState state)
    {
        var conversation = state.Vars.Select(variable => $"  conversation.{variable.Key} = {variable.Value}");
        var walk = state.Walk?.Frames[^1].Vars.Select(variable => $"  walk.{variable.Key} = {variable.Value}") ?? [];
        var lines = conversation.Concat(walk).Order(StringComparer.Ordinal).ToList();
        return lines.Count == 0 ? ["[no variables]"] : lines;
    }

    private static IEnumerable<string> Lines(Message message)
    {
        if (message.Content.Length > 0)
        {
            yield return message.Content;
        }

        if (message.ImageUrl is { } image)
        {
            yield return $"  [image] {image}";
        }

        foreach (var card in message.Cards)
        {
            yield return $"  [card] {string.Join(" | ", new[] { card.Title, card.Text, card.Url }.Where(part => !string.IsNullOrEmpty(part)))}";
        }

        foreach (var link in message.Links)
        {
            yield return $"  [link] {link.Text}: {link.Url}";
        }

        if (message.QuickReplies.Count > 0)
        {
            yield return $"  [quick replies] {string.Join(" | ", message.QuickReplies)}";
        }
    }

    private static string Sets(TraceStep step) =>
        step.Sets.IsDefaultOrEmpty ? "" : $"  sets {string.Join(", ", step.Sets.Select(set => set.Name))}";

    private static string Fault(TraceStep step) => step.Fault is { } fault ? $"  {fault.Code}: {fault.Cause}" : "";
}
