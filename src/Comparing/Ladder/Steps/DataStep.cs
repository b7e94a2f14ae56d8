using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>3. Captured data, effects and hand-offs; beside V1, which has none of them, they are counted as the other engine's own.</summary>
internal sealed class DataStep : ILadderStep
{
    /// <summary>Node types that hand the user over to a person.</summary>
    private static readonly string[] s_handOffs = ["handoff", "share_contact"];

    public string Name => "data";

    public ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
    {
        var (control, candidate) = (pair.Control.Observation, pair.Candidate.Observation);
        List<Difference> found = [.. Captured(control, candidate), .. EffectPairs.Differences(control.Effects, candidate.Effects), .. HandOffs(control, candidate)];
        var finding = pair.OnlyIn is { } engine
            ? new StepFinding { Equal = true, OnlyIn = [.. found.Select(difference => difference with { Severity = Severity.None, OnlyIn = engine })] }
            : StepFinding.Of(found);
        return new(finding with
        {
            Values = new Dictionary<string, double>
            {
                ["control_captured"] = control.Captured.Count,
                ["candidate_captured"] = candidate.Captured.Count,
                ["control_effects"] = control.Effects.Count,
                ["candidate_effects"] = candidate.Effects.Count,
                ["only_in"] = finding.OnlyIn.Count,
            },
        });
    }

    private static IEnumerable<Difference> Captured(Observation control, Observation candidate)
    {
        foreach (var name in control.Captured.Keys.Union(candidate.Captured.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (hasOurs, hasTheirs) = (control.Captured.TryGetValue(name, out var ours), candidate.Captured.TryGetValue(name, out var theirs));
            if (hasOurs != hasTheirs || ours != theirs)
            {
                yield return new Difference(
                    $"captured.{name}", hasTheirs ? hasOurs ? "changed" : "extra" : "missing", Severity.Blocking, Text(hasOurs, ours), Text(hasTheirs, theirs));
            }
        }
    }

    private static IEnumerable<Difference> HandOffs(Observation control, Observation candidate) =>
        from type in s_handOffs
        let ours = control.Path.Any(step => step.Type == type)
        let theirs = candidate.Path.Any(step => step.Type == type)
        where ours != theirs
        select new Difference("handoff", ours ? "missing" : "extra", Severity.Blocking, ours ? type : null, theirs ? type : null);

    private static string? Text(bool isThere, Value value) => isThere ? value.ToString() : null;
}
