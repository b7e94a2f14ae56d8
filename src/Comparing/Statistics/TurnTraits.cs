using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Statistics;

/// <summary>What rates ask of a comparison: few values, so that turns alike in them are counted together and not kept one by one.</summary>
public abstract record TurnTraits
{
    /// <summary><c>ab</c>, or <c>aa</c>: the control against itself.</summary>
    public required string Kind { get; init; }

    /// <summary><c>v1</c> or <c>v2</c>.</summary>
    public required string AnsweredBy { get; init; }

    /// <summary><c>v1</c> or <c>v2</c>; the same as <see cref="AnsweredBy"/> in an <c>aa</c> run.</summary>
    public required string Candidate { get; init; }

    public required ComparisonResult Result { get; init; }

    public Severity Severity { get; init; }

    /// <summary>ISO 4217; of both costs.</summary>
    public string? Currency { get; init; }

    /// <summary>A model of either side has no known price.</summary>
    public bool Unpriced { get; init; }

    public string? UnpricedModel { get; init; }

    /// <summary>These alone, of whatever has more.</summary>
    internal TurnTraits Traits() => new OnlyTraits
    {
        Kind = Kind,
        AnsweredBy = AnsweredBy,
        Candidate = Candidate,
        Result = Result,
        Severity = Severity,
        Currency = Currency,
        Unpriced = Unpriced,
        UnpricedModel = UnpricedModel,
    };

    private sealed record OnlyTraits : TurnTraits;
}
