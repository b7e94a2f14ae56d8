using FlowEngine.Comparing.Ladder.Measures;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>4. The same texts, quick replies, links, pictures and prices after normalising.</summary>
internal sealed class ExactStep : ILadderStep
{
    public string Name => "exact";

    public ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
    {
        var isEqual = pair.Control.Normalised == pair.Candidate.Normalised && AreAttachmentsEqual(pair);
        return new(new StepFinding
        {
            Equal = isEqual,
            Decides = isEqual ? ComparisonResult.Matched : null,
            Values = new Dictionary<string, double>
            {
                ["equal"] = isEqual ? 1 : 0,
                ["control_characters"] = pair.Control.FullText.Length,
                ["candidate_characters"] = pair.Candidate.FullText.Length,
            },
            Notes = new Dictionary<string, string> { ["normaliser"] = $"{Normaliser.Version} {pair.Context.Language}" },
        });
    }

    private static bool AreAttachmentsEqual(Pair pair) =>
        Attachments.Links(pair.Control).SetEquals(Attachments.Links(pair.Candidate))
        && Attachments.Products(pair.Control).SetEquals(Attachments.Products(pair.Candidate))
        && Attachments.Images(pair.Control).SetEquals(Attachments.Images(pair.Candidate))
        && (pair.OnlyIn is not null || QuickReplies(pair.Control, pair).SequenceEqual(QuickReplies(pair.Candidate, pair)))
        && !Attachments.PriceDifferences(pair).Any();

    private static IEnumerable<string> QuickReplies(Reply reply, Pair pair) =>
        reply.Messages.SelectMany(message => message.QuickReplies).Select(text => Normaliser.Normalise(text, pair.Context.Language));
}
