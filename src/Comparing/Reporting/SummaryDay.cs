using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Comparisons between the engines of one day, in UTC.</summary>
/// <param name="Same">Matched, or failed alike.</param>
/// <param name="Neither">Ignored or inconclusive.</param>
/// <param name="NotRun">Skipped, abandoned or pending.</param>
public sealed record SummaryDay(DateOnly Day, int Same, int Differing, int Neither, int NotRun)
{
    internal SummaryDay Plus(TurnTraits turn) =>
        !TurnFacts.Ran(turn) ? this with { NotRun = NotRun + 1 }
        : !TurnFacts.IsDecided(turn) ? this with { Neither = Neither + 1 }
        : TurnFacts.Differs(turn) ? this with { Differing = Differing + 1 }
        : this with { Same = Same + 1 };
}
