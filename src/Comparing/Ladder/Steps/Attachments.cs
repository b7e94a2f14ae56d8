using FlowEngine.Comparing.Ladder.Entities;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>What a reply holds beside its text.</summary>
internal static class Attachments
{
    public static HashSet<string> Links(Reply reply) =>
    [
        .. reply.Messages.SelectMany(message => message.Links).Select(link => LinkKey.Of(link.Url)),
        .. reply.Entities.Of(EntityKinds.Links),
    ];

    public static HashSet<string> Images(Reply reply) => [.. reply.Messages.Select(message => message.ImageUrl).OfType<string>().Select(LinkKey.Of)];

    public static HashSet<string> Products(Reply reply) =>
    [
        .. reply.Messages.SelectMany(message => message.Products).Select(product => ProductNames.Plain(product.Name.Trim())),
        .. reply.Entities.Of(EntityKinds.Products),
    ];

    /// <summary>Products that both sides show, at different prices.</summary>
    public static IEnumerable<Difference> PriceDifferences(Pair pair) =>
        from ours in Shown(pair.Control)
        join theirs in Shown(pair.Candidate) on ours.Id equals theirs.Id
        where ours.Price != theirs.Price
        select new Difference($"entities.{EntityKinds.Prices}", "changed", Severity.Major, $"{ours.Name}: {ours.Price}", $"{theirs.Name}: {theirs.Price}");

    private static IEnumerable<(long Id, string Name, string Price)> Shown(Reply reply) =>
        reply.Messages.SelectMany(message => message.Products)
            .DistinctBy(product => product.Id)
            .Select(product => (product.Id, product.Name, product.Price is { } price ? EntityReader.Key(price, product.Currency) : "on request"));
}
