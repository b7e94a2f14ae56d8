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
    int Cards);

/// <param name="Price">In <paramref name="Currency"/>; null: on request.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record ObservedProduct(long Id, string Name, decimal? Price, string Currency);
