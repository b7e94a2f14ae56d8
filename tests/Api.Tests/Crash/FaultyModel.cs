using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>A model that says something and then throws, or says no more until it is cancelled; harmless once it is told to be.</summary>
internal sealed class FaultyModel(Exception? fault) : IChatClient, IModelDirectory
{
    public bool Harmless { get; set; }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new ChatResponseUpdate(ChatRole.Assistant, "A beginning ");
        if (Harmless)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, "and an end.");
            yield break;
        }

        if (fault is not null)
        {
            throw fault;
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(TenantKey tenant, string? configuration, CancellationToken cancellationToken) =>
        new([new ConfiguredModel("m1", "test", "model-1", this)]);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
