using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>
/// 8. A model as judge, on a sample, where no step before decided. It is asked in both orders, as models favour a place: where the two answers
/// disagree, or one is unsure, nothing is decided.
/// </summary>
internal sealed class JudgeStep(IReplyJudge? judge) : ILadderStep
{
    public string Name => "judge";

    public bool IsCostly => true;

    public async ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
    {
        if (judge is null)
        {
            return StepFinding.NotAsked("no judge");
        }

        if (!IsDrawn(pair))
        {
            return StepFinding.NotAsked("not drawn") with { Decides = ComparisonResult.Inconclusive };
        }

        var (control, candidate) = pair.TextsForModels;
        var question = new JudgeQuestion(pair.Context.UserMessage, control, candidate, pair.Context.Language);
        var first = await judge.JudgeAsync(question, cancellationToken);
        var swapped = await judge.JudgeAsync(question with { First = candidate, Second = control }, cancellationToken);
        return Finding(pair, first, swapped) with
        {
            Values = new Dictionary<string, double>
            {
                ["asked"] = 1,
                ["same"] = Value(first),
                ["same_swapped"] = Value(swapped),
            },
            Notes = new Dictionary<string, string>
            {
                ["model"] = judge.Model,
                ["rubric"] = judge.RubricVersion,
                ["answer"] = Text(first),
                ["answer_swapped"] = Text(swapped),
            },
        };
    }

    private static StepFinding Finding(Pair pair, Judgement? first, Judgement? swapped) => (first, swapped) switch
    {
        (Judgement.Same, Judgement.Same) => new() { Equal = true, Decides = ComparisonResult.Matched },
        (Judgement.Different or Judgement.Contradicting, Judgement.Different or Judgement.Contradicting) => new()
        {
            Equal = false,
            Decides = ComparisonResult.Mismatched,
            Differences =
            [
                new Difference(
                    WordingStep.Field,
                    first == Judgement.Contradicting && swapped == Judgement.Contradicting ? "contradiction" : "changed",
                    Severity.Major,
                    pair.Control.Text,
                    pair.Candidate.Text),
            ],
        },
        _ => new() { Decides = ComparisonResult.Inconclusive },
    };

    private static bool IsDrawn(Pair pair)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(pair.Context.SampleKey));
        return BinaryPrimitives.ReadUInt64BigEndian(hash) < pair.Options.JudgeSample * Math.Pow(2, 64);
    }

    private static double Value(Judgement? judgement) => judgement switch
    {
        Judgement.Same => 1,
        Judgement.Different or Judgement.Contradicting => 0,
        _ => 0.5,
    };

    private static string Text(Judgement? judgement) => judgement?.ToString().ToLowerInvariant() ?? "none";
}
