using FlowEngine.Comparing.Ladder;
using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Judging;

/// <summary>The tenant's models as judge of one comparison: the first of them that answers.</summary>
internal sealed class ModelJudge(ModelChain models, TenantKey tenant, AskingTime time, AskedUsage usage) : IReplyJudge
{
    /// <summary>The answer is one word.</summary>
    private const int MaxTokens = 64;

    private string? _answered;

    public string Model => _answered ?? "none";

    public string RubricVersion => JudgeRubric.Version;

    public async ValueTask<Judgement?> JudgeAsync(JudgeQuestion question, CancellationToken cancellationToken)
    {
        var request = new ModelRequest(
            tenant,
            new ModelContext { Language = "en", SystemPrompt = JudgeRubric.Instruction, UserMessage = JudgeRubric.Ask(question) },
            MessageId: "",
            Temperature: 0,
            MaxTokens: MaxTokens,
            Stream: false);
        var counted = models.Observed(null, usage.Add);
        var reply = await time.WithinAsync(token => counted.AnswerAsync(request, NoReplyStream.Instance, token).AsTask(), cancellationToken);
        _answered = reply?.Text is null ? _answered : reply.Usage.Model;
        return JudgeRubric.Read(reply?.Text);
    }
}
