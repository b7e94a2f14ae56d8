using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Observations;

/// <param name="Cards">How many.</param>
public sealed record ObservedMessage(
    MessageKind Kind,
    string Content,
    IReadOnlyList<string> QuickReplies,
    IReadOnlyList<Link> Links,
    IReadOnlyList<ObservedProduct> Products,
    string? ImageUrl,
    int Cards)
{
    /// <summary>Titles, texts and addresses of the cards, a line each; empty where there are none.</summary>
    public string CardText { get; init; } = "";
}

/// <param name="Price">In <paramref name="Currency"/>; null: on request.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record ObservedProduct(long Id, string Name, decimal? Price, string Currency);
