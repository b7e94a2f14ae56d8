using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Text;

namespace FlowEngine.Comparing.Coverage;

/// <summary>Says of which intents the flow handles which share. Pure; does not depend on the order of the conversations.</summary>
public static class CoverageReporter
{
    private const string Unspoken = "(nothing telling said)";
    private const string NoOutcome = "(none recorded)";
    private const int MostExamples = 3;

    public static CoverageReport Of(
        IEnumerable<RecordedConversation> recorded, IEnumerable<FlowHandling> handlings, IReadOnlyList<KnownIntent>? known = null)
    {
        var handled = handlings.ToLookup(handling => handling.ConversationId, StringComparer.Ordinal);
        var conversations = recorded.OrderBy(conversation => conversation.Id, StringComparer.Ordinal).ToArray();
        var intents = Intents(conversations, known ?? [])
            .GroupBy(entry => entry.Intent, StringComparer.Ordinal)
            .Select(intent => Intent(intent.Key, [.. intent.OrderByDescending(entry => entry.Typical).Select(entry => entry.Conversation)], handled))
            .OrderByDescending(intent => intent.Conversations)
            .ThenBy(intent => intent.Intent, StringComparer.Ordinal)
            .ToArray();
        var walked = intents.Sum(intent => intent.Conversations - intent.NotWalked);
        var sum = intents.Sum(intent => intent.Handled);
        return new(
            conversations.Length,
            sum,
            conversations.Length - walked,
            Share(sum, walked),
            walked == 0 ? null : RareEvents.Rate(new((double)sum / walked, sum, walked), 0.025),
            intents)
        {
            General = intents.Sum(intent => intent.General),
        };
    }

    private static IEnumerable<(string Intent, double Typical, RecordedConversation Conversation)> Intents(
        RecordedConversation[] conversations, IReadOnlyList<KnownIntent> known)
    {
        var texts = Array.ConvertAll(conversations, Asked);
        var named = Array.ConvertAll(conversations, conversation => Known(Said(conversation), known));
        var others = Enumerable.Range(0, texts.Length).Where(i => named[i] is null).ToArray();
        var space = TermSpace.Of(Array.ConvertAll(others, i => texts[i]));
        var places = IntentClusters.Of(space.Vectors);
        var centres = IntentClusters.Centres(space.Vectors, places);
        var order = places.Where(place => place >= 0).Distinct().Order().ToArray();
        for (var i = 0; i < others.Length; i++)
        {
            var centre = places[i] < 0 ? null : centres[Array.IndexOf(order, places[i])];
            yield return (centre is null ? Unspoken : space.Label(centre), centre?.Likeness(space.Vectors[i]) ?? 0, conversations[others[i]]);
        }

        for (var i = 0; i < texts.Length; i++)
        {
            if (named[i] is { } name)
            {
                yield return (name, 0, conversations[i]);
            }
        }
    }

    private static string? Known(string text, IReadOnlyList<KnownIntent> known)
    {
        var said = TextFold.Words(text);
        return known.FirstOrDefault(intent => intent.Words.Any(word => TextFold.Words(word) is [var first, ..]
            && Array.Exists(said, other => other.StartsWith(first, StringComparison.Ordinal))))?.Name;
    }

    private static IntentCoverage Intent(string name, RecordedConversation[] conversations, ILookup<string, FlowHandling> handled)
    {
        var outcomes = conversations
            .GroupBy(conversation => conversation.Outcome ?? NoOutcome, StringComparer.Ordinal)
            .Select(outcome => Outcome(outcome.Key, [.. outcome], handled))
            .OrderByDescending(outcome => outcome.Conversations)
            .ThenBy(outcome => outcome.Outcome, StringComparer.Ordinal)
            .ToArray();
        var (all, yes, none) = (conversations.Length, outcomes.Sum(outcome => outcome.Handled), outcomes.Sum(outcome => outcome.NotWalked));
        return new(name, all, yes, none, Share(yes, all - none), Asked(conversations[0]), outcomes)
        {
            General = conversations.Count(conversation => IsHandled(handled[conversation.Id]) && handled[conversation.Id].Any(handling => handling.IsGeneral)),
        };
    }

    private static OutcomeCoverage Outcome(string name, RecordedConversation[] conversations, ILookup<string, FlowHandling> handled)
    {
        var walked = conversations.Where(conversation => handled.Contains(conversation.Id)).ToArray();
        var yes = walked.Where(conversation => IsHandled(handled[conversation.Id])).Select(conversation => conversation.Id).ToArray();
        var no = walked.Select(conversation => conversation.Id).Except(yes, StringComparer.Ordinal).ToArray();
        var reasons = no
            .Select(id => handled[id].First(handling => !handling.Handled).Reason ?? "no reason given")
            .CountBy(reason => reason, StringComparer.Ordinal)
            .OrderByDescending(reason => reason.Value)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => new NamedCount(reason.Key, reason.Value));
        return new(
            name, conversations.Length, yes.Length, conversations.Length - walked.Length, Share(yes.Length, walked.Length),
            [.. reasons], [.. yes.Take(MostExamples)], [.. no.Take(MostExamples)]);
    }

    private static bool IsHandled(IEnumerable<FlowHandling> handlings) => handlings.DefaultIfEmpty(new("", false)).All(handling => handling.Handled);

    /// <summary>What the user came for: the first thing said that tells of something. What came up later would make all conversations of a shop alike.</summary>
    private static string Asked(RecordedConversation conversation) =>
        (conversation.Messages.FirstOrDefault(message => IsOfUser(message) && Terms.Of(message.Text).Any())
            ?? conversation.Messages.FirstOrDefault(IsOfUser))?.Text ?? "";

    private static string Said(RecordedConversation conversation) => string.Join('\n', conversation.Messages.Where(IsOfUser).Select(message => message.Text));

    private static bool IsOfUser(RecordedMessage message) => message.Role == "user";

    private static double? Share(int part, int of) => of == 0 ? null : (double)part / of;
}
