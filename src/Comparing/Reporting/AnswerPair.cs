using FlowEngine.Comparing.Observations;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Reporting;

/// <summary>What both engines said in one turn, for a reader; masked by whoever gives it.</summary>
/// <param name="V1">Its messages, oldest first.</param>
public sealed record AnswerPair(IReadOnlyList<string> V1, IReadOnlyList<string> V2)
{
    /// <summary>Causes that a report shows with an example.</summary>
    public const int MostCauses = 10;

    private const int LongestText = 1_500;

    public static AnswerPair Of(Observation control, Observation candidate) => control.Engine == EngineNames.V1
        ? new(Said(control), Said(candidate))
        : new(Said(candidate), Said(control));

    private static string[] Said(Observation observation) =>
    [
        .. observation.Failure is { } failure ? [$"({failure.Code})"] : Array.Empty<string>(),
        .. observation.Messages.Select(Text).Where(text => text.Length > 0),
    ];

    private static string Text(ObservedMessage message)
    {
        var replies = message.QuickReplies.Count == 0 ? "" : $"\n[{string.Join("] [", message.QuickReplies)}]";
        var cards = message.CardText.Length == 0 ? "" : $"\n{message.CardText}";
        return UnicodeText.Shorten((message.Content + cards + replies).Trim(), LongestText, "…");
    }
}
