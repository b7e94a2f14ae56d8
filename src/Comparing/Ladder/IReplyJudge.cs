namespace FlowEngine.Comparing.Ladder;

/// <summary>A model that says whether two replies tell the user the same.</summary>
public interface IReplyJudge
{
    string Model { get; }

    string RubricVersion { get; }

    /// <returns>Null where the model gives no answer now; the step then doesn't say.</returns>
    ValueTask<Judgement?> JudgeAsync(JudgeQuestion question, CancellationToken cancellationToken);
}

/// <summary>The judge is not told which engine wrote which, and is asked in both orders.</summary>
/// <param name="UserMessage">What the replies answer; null where it is not known.</param>
public sealed record JudgeQuestion(string? UserMessage, string First, string Second, string Language);

public enum Judgement
{
    Same,

    /// <summary>One leaves out or adds something that matters.</summary>
    Different,

    /// <summary>One denies what the other says.</summary>
    Contradicting,

    Unsure,
}
