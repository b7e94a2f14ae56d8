using System.Globalization;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Statistics;

/// <summary>
/// Comparisons of two noisy engines: each picks its words anew every time (so that an engine differs from itself too), fails now and then,
/// and is slow at times. How wordy, long and slow a conversation is, its turns share. Without defects V2 is V1 drawn once more.
/// </summary>
internal sealed record NoisyTraffic(int Conversations)
{
    private static readonly DateTimeOffset s_begin = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Share of conversations run against themselves too.</summary>
    public double FloorShare { get; init; } = 0.5;

    public double FailureRate { get; init; } = 0.03;

    /// <summary>Share of V2's turns that are wrong beyond the choice of words.</summary>
    public double Defects { get; init; }

    public double BlockingDefects { get; init; }

    public double MoreFailures { get; init; }

    public double Slower { get; init; } = 1;

    /// <summary>What the conditions of a comparison make of a candidate's time, whichever engine it is.</summary>
    public double Conditions { get; init; } = 1;

    public double Dearer { get; init; } = 1;

    public double Weight { get; init; } = 1;

    public string Stage { get; init; } = "shadow";

    public bool V2Answers { get; init; }

    public DateTimeOffset Begin { get; init; } = s_begin;

    public TimeSpan Pace { get; init; } = TimeSpan.FromMinutes(7);

    /// <summary>Of ids and conversations.</summary>
    public string Prefix { get; init; } = "c";

    public List<ComparedTurn> Draw(ulong seed)
    {
        var random = new SeededRandom(seed);
        var turns = new List<ComparedTurn>(Conversations * 5);
        for (var c = 0; c < Conversations; c++)
        {
            Conversation(turns, random, c);
        }

        return turns;
    }

    private void Conversation(List<ComparedTurn> turns, SeededRandom random, int number)
    {
        var habit = 0.75 + (0.24 * random.Uniform());
        var pace = Math.Exp(0.3 * Normal(random));
        var frailty = random.Uniform() < 0.2 ? 3 : 0.5;
        var withFloor = random.Uniform() < FloorShare;
        var length = 1 + random.Below(7);
        for (var seq = 1; seq <= length; seq++)
        {
            var v1 = Reply(random, habit, pace, frailty, isV2: false);
            var v2 = Reply(random, habit, pace, frailty, isV2: true);
            var again = withFloor ? Reply(random, habit, pace, frailty, isV2: V2Answers) : null;
            turns.Add(Turn(number, seq, "ab", v1, v2) with
            {
                AgainMs = again is { Failed: false } ? again.Milliseconds * Conditions : null,
                AgainFirstMs = again is { Failed: false } ? again.Milliseconds * Conditions / 3 : null,
                AgainWeight = Weight,
            });
            if (again is not null)
            {
                turns.Add(Turn(number, seq, "aa", V2Answers ? v2 : v1, again));
            }
        }
    }

    private Drawn Reply(SeededRandom random, double habit, double pace, double frailty, bool isV2)
    {
        var failed = random.Uniform() < (FailureRate * frailty) + (isV2 ? MoreFailures : 0);
        var words = random.Uniform() < habit ? 0 : 1 + random.Below(4);
        var defect = random.Uniform();
        var wrong = isV2 && defect < Defects + BlockingDefects;
        var milliseconds = 900 * pace * Math.Exp(0.5 * Normal(random)) * (isV2 ? Slower : 1);
        var cost = 0.002 * (0.5 + random.Uniform()) * (isV2 ? Dearer : 1);
        return new(failed, wrong ? 99 : words, isV2 && defect < BlockingDefects ? Severity.Blocking : wrong ? Severity.Major : Severity.Minor, milliseconds, (decimal)cost);
    }

    private ComparedTurn Turn(int number, int seq, string kind, Drawn control, Drawn other)
    {
        var v1 = V2Answers && kind == "ab" ? other : control;
        var candidate = V2Answers && kind == "ab" ? control : other;
        var result = (v1.Failed, candidate.Failed) switch
        {
            (true, true) => ComparisonResult.BothFailedSame,
            (true, false) => ComparisonResult.ControlFailed,
            (false, true) => ComparisonResult.CandidateFailed,
            _ => control.Words == other.Words ? ComparisonResult.Matched : ComparisonResult.Mismatched,
        };
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}-{seq}-{kind}"),
            Tenant = "t",
            Conversation = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}"),
            Seq = seq,
            Kind = kind,
            Mode = "resync",
            Stage = Stage,
            AnsweredBy = V2Answers ? "v2" : "v1",
            Candidate = (kind == "aa") == V2Answers ? "v2" : "v1",
            Result = result,
            Severity = result == ComparisonResult.Mismatched ? other.Severity : Severity.None,
            Cluster = result == ComparisonResult.Mismatched ? (other.Severity == Severity.Minor ? "model:reply" : $"branch:{other.Severity}") : null,
            DecidedBy = result is ComparisonResult.Matched ? "exact" : "token_f1",
            Weight = Weight,
            ControlMs = v1.Milliseconds,
            CandidateMs = candidate.Milliseconds * Conditions,
            ControlFirstMs = v1.Milliseconds / 3,
            CandidateFirstMs = candidate.Milliseconds * Conditions / 3,
            ControlCost = v1.Cost,
            CandidateCost = candidate.Cost,
            Currency = "EUR",
            At = Begin + (number * Pace) + TimeSpan.FromSeconds(30 * seq),
        };
    }

    /// <summary>Box and Muller's.</summary>
    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.Uniform())) * Math.Cos(2 * Math.PI * random.Uniform());

    private sealed record Drawn(bool Failed, int Words, Severity Severity, double Milliseconds, decimal Cost);
}
