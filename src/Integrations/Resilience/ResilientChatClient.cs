using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using FlowEngine.Conversations.ModelAnswers;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.AI;
using Polly.CircuitBreaker;

namespace FlowEngine.Integrations.Resilience;

/// <summary>
/// A remote model, bounded in time, size and attempts. Every failure is a <see cref="ModelCallException"/>. It always streams: only
/// so is a first token seen.
/// </summary>
internal sealed class ResilientChatClient(IChatClient model, ModelSettings settings, ModelCallOptions options, TimeProvider time) : IChatClient
{
    private static readonly TimeSpan s_afterEnd = TimeSpan.FromSeconds(6);

    private readonly ModelPipeline<AnswerStream> _pipeline = new(options, time);
    private readonly TimeSpan _timeout = settings.Timeout ?? options.Timeout;
    private readonly TimeSpan _firstToken = settings.FirstToken ?? options.FirstToken;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var call = new CallDeadline(_timeout, time, cancellationToken);
        await using var answer = await OpenAsync(messages, Sent(options), call);
        var (length, finished) = (0, false);
        while (await NextAsync(answer, finished) is { } update)
        {
            finished |= update.FinishReason is not null;
            length += update.Text.Length;
            if (length > MaxAnswer)
            {
                throw new ModelCallException(FailureCodes.ModelFailed, $"the answer is longer than {MaxAnswer} characters");
            }

            yield return update;
        }

        if (!finished)
        {
            throw ModelFaults.BrokeOff;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ModelPrice) ? settings.Price
        : serviceKey is null && serviceType == typeof(ModelParameters) ? new ModelParameters(settings.Temperature, settings.MaxTokens)
        : serviceKey is null && serviceType == typeof(ThinkingTags) ? settings.ThinkingTags ?? ThinkingTags
        : serviceKey is null && serviceType.IsInstanceOfType(this) ? this
        : model.GetService(serviceType, serviceKey);

    public void Dispose() => model.Dispose();

    private int MaxAnswer { get; } = options.MaxAnswer;

    private ThinkingTags ThinkingTags { get; } = options.ThinkingTags;

    private async ValueTask<AnswerStream> OpenAsync(IEnumerable<ChatMessage> messages, ChatOptions sent, CallDeadline call)
    {
        try
        {
            return await _pipeline.OpenAsync(
                () => AnswerStream.OpenAsync(token => model.GetStreamingResponseAsync(messages, sent, token), call, _firstToken, time), call);
        }
        catch (BrokenCircuitException)
        {
            throw ModelFaults.Paused;
        }
        catch (OperationCanceledException) when (call.Fault() is ModelCallException late)
        {
            throw late;
        }
    }

    /// <summary>After its end an answer may still be counted; it is not lost where the service does not close the connection well.</summary>
    private async ValueTask<ChatResponseUpdate?> NextAsync(AnswerStream answer, bool finished)
    {
        try
        {
            return await answer.NextAsync(finished ? s_afterEnd : null);
        }
        catch (ModelCallException) when (finished)
        {
            return null;
        }
        catch (ModelCallException fault)
        {
            await _pipeline.NoteAsync(fault);
            throw;
        }
    }

    /// <summary>What the request says, else what the configuration says; the context is for the offline model alone.</summary>
    private ChatOptions Sent(ChatOptions? asked) => new()
    {
        ModelId = asked?.ModelId,
        Temperature = asked?.Temperature ?? (float?)settings.Temperature,
        MaxOutputTokens = asked?.MaxOutputTokens ?? settings.MaxTokens,
        Tools = asked?.Tools,
        ToolMode = asked?.ToolMode,
    };
}
