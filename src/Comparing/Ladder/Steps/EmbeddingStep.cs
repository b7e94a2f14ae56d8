using FlowEngine.Comparing.Ladder.Measures;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>7. Likeness of meaning, where the tenant has an embedding model.</summary>
internal sealed class EmbeddingStep(IEmbedder? embedder) : ILadderStep
{
    public string Name => "embedding";

    public bool IsCostly => true;

    public async ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
    {
        if (embedder is null)
        {
            return StepFinding.NotAsked("no embedding model");
        }

        var (first, second) = pair.TextsForModels;
        var control = await embedder.EmbedAsync(first, cancellationToken);
        var candidate = control is null ? null : await embedder.EmbedAsync(second, cancellationToken);
        if (control is null || candidate is null || Cosine.Of(control, candidate) is not { } similarity)
        {
            return StepFinding.NotAsked("no embedding was given");
        }

        var isEqual = similarity >= pair.Options.EqualSimilarity;
        var isDifferent = !isEqual && similarity < pair.Options.DifferentSimilarity;
        return new StepFinding
        {
            Equal = isEqual ? true : isDifferent ? false : null,
            Decides = isEqual ? ComparisonResult.Matched : isDifferent ? ComparisonResult.Mismatched : null,
            Tends = ComparisonResult.Mismatched,
            Differences = isEqual ? [] : [new Difference(WordingStep.Field, "wording", Severity.Minor, pair.Control.Text, pair.Candidate.Text)],
            Values = new Dictionary<string, double> { ["asked"] = 1, ["similarity"] = similarity },
            Notes = new Dictionary<string, string> { ["model"] = embedder.Model },
        };
    }
}
