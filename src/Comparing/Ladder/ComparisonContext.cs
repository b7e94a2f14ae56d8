using FlowEngine.Comparing.Ignoring;

namespace FlowEngine.Comparing.Ladder;

/// <summary>What comparing two observations needs to know beside them.</summary>
public sealed record ComparisonContext
{
    /// <summary>The conversation's, two letters: decides on case and on how numbers are written.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The tenant's, ISO 4217: of amounts beside which none is written.</summary>
    public string? Currency { get; init; }

    /// <summary>Of the tenant's catalogue, beside those that the observations name themselves.</summary>
    public IReadOnlyList<string> ProductNames { get; init; } = [];

    public IReadOnlyList<IgnoreRule> Rules { get; init; } = [];

    /// <summary>What the replies answer, for the judge.</summary>
    public string? UserMessage { get; init; }

    /// <summary>What sampling for the judge draws from, for example the turn's id: the same text is always drawn alike.</summary>
    public string SampleKey { get; init; } = "";

    /// <summary>What the person told in earlier turns: it is taken out of what is kept.</summary>
    public IReadOnlyCollection<string> Told { get; init; } = [];
}
