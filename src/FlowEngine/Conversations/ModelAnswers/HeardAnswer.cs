using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>One model's answer while it comes in: passes on what the user may see and keeps the rest.</summary>
internal sealed class HeardAnswer(ModelRequest request, AnswerFilter filter, IReplyStream stream)
{
    private readonly List<FunctionCallContent> _calls = [];
    private readonly SurrogateJoiner _joiner = new();
    private bool _isStreamed;

    public UsageDetails? Usage { get; private set; }

    /// <summary>Null where the client gave no reason.</summary>
    public ChatFinishReason? Ending { get; private set; }

    public string? Text => UnicodeText.IsBlank(filter.Text) ? null : filter.Text;

    public string? Thinking => filter.Thinking is { Length: > 0 } thinking ? thinking : null;

    /// <summary>Those that the service named as such, else those that the model wrote as text.</summary>
    public IReadOnlyList<FunctionCallContent> Calls => _calls.Count > 0 ? _calls : filter.Calls;

    public async ValueTask HearAsync(ChatResponseUpdate update, CancellationToken cancellationToken)
    {
        Usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? Usage;
        Ending = update.FinishReason ?? Ending;
        _calls.AddRange(update.Contents.OfType<FunctionCallContent>());
        foreach (var thinking in update.Contents.OfType<TextReasoningContent>().Where(part => !string.IsNullOrEmpty(part.Text)))
        {
            filter.Think(thinking.Text);
        }

        await AddAsync(_joiner.Add(update.Text), cancellationToken);
    }

    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        await AddAsync(_joiner.Flush(), cancellationToken);
        await PassAsync(filter.End(), cancellationToken);
    }

    public ValueTask DiscardAsync(CancellationToken cancellationToken)
    {
        var wasStreamed = _isStreamed;
        _isStreamed = false;
        return wasStreamed ? stream.DiscardAsync(request.MessageId, cancellationToken) : ValueTask.CompletedTask;
    }

    private ValueTask AddAsync(string text, CancellationToken cancellationToken) =>
        text.Length > 0 ? PassAsync(filter.Add(text), cancellationToken) : ValueTask.CompletedTask;

    private async ValueTask PassAsync(string shown, CancellationToken cancellationToken)
    {
        if (filter.TakesBack)
        {
            await DiscardAsync(cancellationToken);
        }

        if (shown.Length > 0 && request.Stream)
        {
            _isStreamed = true;
            await stream.DeltaAsync(request.MessageId, shown, cancellationToken);
        }
    }
}
