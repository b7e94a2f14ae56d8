using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

/// <summary>Says its chunks, then throws if it is told to; keeps what it was asked.</summary>
internal sealed class ScriptedClient(string[] chunks, Exception? fault = null, bool waits = false) : IChatClient
{
    public IReadOnlyList<ChatMessage> Asked { get; private set; } = [];

    public ModelContext? Context { get; private set; }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Asked = [.. messages];
        Context = options?.AdditionalProperties?[ModelContext.PropertyName] as ModelContext;
        foreach (var chunk in chunks)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, chunk);
        }

        if (waits)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
