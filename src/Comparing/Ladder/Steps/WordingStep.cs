using FlowEngine.Comparing.Ladder.Measures;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>
/// 6. Token F1 and ROUGE-L. The step before compared the facts, so this one goes by the words that are left without them;
/// both measures are stored for the whole text too.
/// </summary>
internal sealed class WordingStep : ILadderStep
{
    public const string Field = "messages.text";

    public string Name => "wording";

    public ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
    {
        var (control, candidate) = (pair.Control, pair.Candidate);
        var f1 = TokenF1.Of(control.RestTokens, candidate.RestTokens);
        var rougeL = RougeL.Of(control.RestTokens, candidate.RestTokens);
        var isEqual = f1 >= pair.Options.EqualF1 && rougeL >= pair.Options.EqualRougeL;
        var isDifferent = !isEqual && f1 < pair.Options.DifferentF1;
        return new(new StepFinding
        {
            Equal = isEqual ? true : isDifferent ? false : null,
            Decides = isEqual ? ComparisonResult.Matched : isDifferent ? ComparisonResult.Mismatched : null,
            Tends = ComparisonResult.Mismatched,
            Differences = isEqual ? [] : [new Difference(Field, "wording", Severity.Minor, control.Text, candidate.Text)],
            Values = new Dictionary<string, double>
            {
                ["f1"] = TokenF1.Of(control.Tokens, candidate.Tokens),
                ["rouge_l"] = RougeL.Of(control.Tokens, candidate.Tokens),
                ["f1_without_entities"] = f1,
                ["rouge_l_without_entities"] = rougeL,
            },
        });
    }
}
