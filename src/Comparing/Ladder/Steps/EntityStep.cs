using FlowEngine.Comparing.Ladder.Entities;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>5. Facts: amounts with currency, dates, products and their prices, links, e-mails, phones; and negation.</summary>
internal sealed class EntityStep : ILadderStep
{
    public string Name => "entities";

    public ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, double>();
        List<Difference> differences = [];
        foreach (var kind in EntityKinds.All)
        {
            var (control, candidate) = (Keys(pair.Control, kind), Keys(pair.Candidate, kind));
            values[$"control_{kind}"] = control.Count;
            values[$"candidate_{kind}"] = candidate.Count;
            differences.AddRange(kind == EntityKinds.Prices ? Prices(control, candidate) : Differences(kind, control, candidate));
        }

        differences.AddRange(Attachments.PriceDifferences(pair));
        differences.AddRange(Options(pair));
        var contradictions = Negation.Contradictions(pair.Control.Text, pair.Candidate.Text);
        values["control_negations"] = Negation.Count(pair.Control.Text);
        values["candidate_negations"] = Negation.Count(pair.Candidate.Text);
        differences.AddRange(contradictions.Select(sentences =>
            new Difference("entities.negation", "contradiction", Severity.Major, sentences.Left, sentences.Right)));
        return new(StepFinding.Of(differences) with { Values = values });
    }

    private static IReadOnlyList<string> Keys(Reply reply, string kind) => kind switch
    {
        EntityKinds.Links => [.. Attachments.Links(reply).Order(StringComparer.Ordinal)],
        EntityKinds.Products => [.. Attachments.Products(reply).Order(StringComparer.Ordinal)],
        _ => reply.Entities.Of(kind),
    };

    /// <summary>One that is missing and one that is there instead are one contradiction.</summary>
    private static IEnumerable<Difference> Differences(string kind, IReadOnlyList<string> control, IReadOnlyList<string> candidate)
    {
        var missing = control.Where(key => !candidate.Any(other => EntityMatch.Are(kind, key, other))).ToList();
        var extra = candidate.Where(key => !control.Any(other => EntityMatch.Are(kind, key, other))).ToList();
        for (var i = 0; i < Math.Max(missing.Count, extra.Count); i++)
        {
            var (ours, theirs) = (missing.ElementAtOrDefault(i), extra.ElementAtOrDefault(i));
            var change = ours is null ? "extra" : theirs is null ? "missing" : "changed";
            yield return new Difference($"entities.{kind}", change, Severity.Major, ours, theirs);
        }
    }

    /// <summary>Only products for which both sides state a price: an amount that one leaves out is among the amounts.</summary>
    private static IEnumerable<Difference> Prices(IReadOnlyList<string> control, IReadOnlyList<string> candidate)
    {
        var theirs = ByProduct(candidate);
        foreach (var (product, ours) in ByProduct(control))
        {
            if (theirs.TryGetValue(product, out var other) && !other.Overlaps(ours))
            {
                yield return new Difference(
                    $"entities.{EntityKinds.Prices}", "changed", Severity.Major, Text(product, ours), Text(product, other));
            }
        }
    }

    private static Dictionary<string, HashSet<string>> ByProduct(IReadOnlyList<string> keys) => keys
        .Select(key => (Product: key[..key.LastIndexOf(": ", StringComparison.Ordinal)], Price: key[(key.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]))
        .GroupBy(pair => pair.Product, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Price.Split(", ")).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string Text(string product, IEnumerable<string> amounts) => $"{product}: {string.Join(", ", amounts.Order(StringComparer.Ordinal))}";

    /// <summary>Quick replies and pictures of two replies of one shape that are others.</summary>
    private static IEnumerable<Difference> Options(Pair pair)
    {
        foreach (var (ours, theirs, i) in pair.Control.Messages.Zip(pair.Candidate.Messages).Select((both, i) => (both.First, both.Second, i)))
        {
            if (ours.ImageUrl is not null && theirs.ImageUrl is not null && LinkKey.Of(ours.ImageUrl) != LinkKey.Of(theirs.ImageUrl))
            {
                yield return new Difference($"messages[{i}].image", "changed", Severity.Major, ours.ImageUrl, theirs.ImageUrl);
            }

            if (pair.OnlyIn is null && ours.QuickReplies.Count == theirs.QuickReplies.Count && !QuickReplies.AreSame(ours, theirs, pair.Context.Language))
            {
                yield return new Difference(
                    $"messages[{i}].quick_replies", "changed", Severity.Minor, string.Join(" | ", ours.QuickReplies), string.Join(" | ", theirs.QuickReplies));
            }
        }
    }
}
