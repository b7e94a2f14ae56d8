using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Grounding;

/// <summary>Holds an answer against what the model was given: every amount of money, link and name of a product must come from there.</summary>
internal sealed class GroundingCheck(ModelContext context, TenantProfile tenant)
{
    private readonly GivenFacts _given = new(context, tenant);

    /// <summary>What was not given, as the answer writes it; each once.</summary>
    public IReadOnlyList<string> Faults(string answer)
    {
        var markers = new List<string>();
        var text = LinkMarker.ReplaceAll(answer, marker =>
        {
            markers.Add(marker);
            return "";
        });
        var links = LinkPattern.In(text).ToList();
        var prose = links.Aggregate(text, (rest, link) => rest.Replace(link, " ", StringComparison.Ordinal));
        return
        [
            .. markers.Where(marker => !IsGiven(LinkMarker.TryParse(marker)))
                .Concat(links.Where(link => !_given.Links.Contains(link)))
                .Concat(Amounts.Read(prose).Where(IsUnknown).Select(amount => $"{amount.Value} {amount.Currency}"))
                .Concat(NamePattern.UnknownIn(prose, _given))
                .Distinct(),
        ];
    }

    private bool IsGiven(LinkMarker? marker) =>
        marker is { Module: "shop", Type: "product" } parsed && _given.Slugs.Contains(parsed.Slug);

    private bool IsUnknown(Amount amount) => amount.Currency is { } currency && !_given.HasAmount(amount.Value, currency);
}
