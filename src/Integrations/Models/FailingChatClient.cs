using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Models;

/// <summary>Stands in the chain for a model that cannot be asked: fails by name, so that the next one is asked.</summary>
internal sealed class FailingChatClient(string cause) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromException<ChatResponse>(Fault());

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw Fault();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private ModelCallException Fault() => new(FailureCodes.ModelUnavailable, cause);
}
