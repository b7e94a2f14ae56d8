using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.Tests.Running;

/// <summary>One model that answers in two pieces, at ten tokens in and two out.</summary>
internal sealed class FakeModels(ModelPrice? price = null) : IModelDirectory, IChatClient
{
    public ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(
        TenantKey tenant, string? configuration, CancellationToken cancellationToken) =>
        new([new ConfiguredModel("main", "fake", "fake-1", this, price)]);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield return new(ChatRole.Assistant, "Hello ");
        yield return new(ChatRole.Assistant, [new TextContent("there"), new UsageContent(new() { InputTokenCount = 10, OutputTokenCount = 2 })]);
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
