using FlowEngine.Comparing.Ignoring;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder;

/// <summary>What the steps of one comparison have come to so far, ignore rules applied.</summary>
internal sealed class Climb(IgnoreMatcher rules, StoredDifferences stored)
{
    private readonly List<(string Name, StepFinding Finding, List<Difference> Kept)> _steps = [];
    private (string Step, ComparisonResult Result)? _decided;
    private (string Step, ComparisonResult Result)? _tending;
    private string? _fault;
    private bool _hasIgnored;
    private bool _isFailureIgnored;

    public bool IsDecided => _decided is not null || _isFailureIgnored;

    public bool IgnoredEntities { get; private set; }

    /// <summary>Of the differences that count, the one that weighs most; of several, the one found first.</summary>
    public Difference? Worst => Counting.MaxBy(difference => difference.Severity);

    /// <summary>
    /// A failed side has no answer that could differ: then only what it did before counts beside the failure.
    /// </summary>
    private IEnumerable<Difference> Counting => _steps
        .Where(step => (!_isFailureIgnored && !IsFailure(_decided?.Result)) || step.Name is "failure" or "data")
        .SelectMany(step => step.Kept);

    public StepFinding Faulted(ILadderStep step, Exception fault)
    {
        // The message may hold what a person wrote; the type says enough to find it.
        _fault ??= $"{step.Name}: {fault.GetType().Name}";
        return new StepFinding
        {
            Equal = false,
            Decides = ComparisonResult.Mismatched,
            Notes = new Dictionary<string, string> { ["fault"] = fault.GetType().Name },
        };
    }

    public void Add(ILadderStep step, StepFinding finding)
    {
        var kept = finding.Differences.Where(difference => !rules.Covers(difference)).ToList();
        var ignored = finding.Differences.Count - kept.Count;
        _steps.Add((step.Name, finding, kept));
        if (_decided is null)
        {
            _hasIgnored |= ignored > 0;
            IgnoredEntities |= ignored > 0 && step.Name == "entities";
        }

        if (ignored > 0 && kept.Count == 0)
        {
            _isFailureIgnored |= IsFailure(finding.Decides);
            _tending = finding.Tends is null ? _tending : null;
        }
        else if (!_isFailureIgnored || step.Name == "data")
        {
            _decided ??= finding.Decides is { } result ? (step.Name, result) : null;
            _tending = finding.Tends is { } tends ? (step.Name, tends) : _tending;
        }
    }

    public Verdict Verdict()
    {
        _decided ??= _tending;
        var (step, result) = Decision();
        return new Verdict
        {
            Result = result,
            Severity = SeverityOf(result),
            DecidedBy = step,
            Steps = [.. _steps.Select(found => StepOf(found.Name, found.Finding, found.Name == step))],
            OnlyIn = [.. _steps.SelectMany(found => found.Finding.OnlyIn).Select(stored.Of)],
            IgnoredBy = rules.Used,
            ExpiredRules = rules.Expired,
            ComparatorFault = _fault,
        };
    }

    private (string Step, ComparisonResult Result) Decision()
    {
        var last = _isFailureIgnored ? _steps[0].Name : _steps[^1].Name;
        var decided = _decided ?? (last, _hasIgnored ? ComparisonResult.Ignored : ComparisonResult.Inconclusive);
        return decided.Result is ComparisonResult.Matched or ComparisonResult.Ignored or ComparisonResult.Inconclusive
            ? _fault is not null ? (_fault[.._fault.IndexOf(':', StringComparison.Ordinal)], ComparisonResult.Mismatched)
                : decided.Result == ComparisonResult.Matched && _hasIgnored ? (decided.Step, ComparisonResult.Ignored)
                : decided
            : decided;
    }

    private Severity SeverityOf(ComparisonResult result)
    {
        if (result is ComparisonResult.Matched or ComparisonResult.Ignored or ComparisonResult.Inconclusive)
        {
            return Severity.None;
        }

        var worst = Worst?.Severity ?? Severity.None;
        return _fault is not null && worst < Severity.Major ? Severity.Major : worst;
    }

    private static bool IsFailure(ComparisonResult? result) => result
        is ComparisonResult.ControlFailed or ComparisonResult.CandidateFailed or ComparisonResult.BothFailedSame or ComparisonResult.BothFailedDifferently;

    private LadderStep StepOf(string name, StepFinding finding, bool isDecided) =>
        new(name, isDecided, finding.Equal, finding.Values, [.. finding.Differences.Select(stored.Of)]) { Notes = finding.Notes };
}
