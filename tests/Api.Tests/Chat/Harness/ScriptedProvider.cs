using System.Runtime.CompilerServices;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.AI;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>The provider <c>scripted</c>: a model named <c>throws</c> says a little and breaks off, <c>waits</c> answers when it is let go.</summary>
public sealed class ScriptedProvider : IModelProvider
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "scripted";

    /// <summary>Completes when a waiting model was asked.</summary>
    public Task Asked => _asked.Task;

    public void Release() => _released.SetResult();

    public ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken) =>
        new(new Client(this, configuration.ModelName));

    private sealed class Client(ScriptedProvider provider, string model) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return new(ChatRole.Assistant, "Half an ");
            if (model == "throws")
            {
                throw new HttpRequestException("secret");
            }

            provider._asked.TrySetResult();
            await provider._released.Task.WaitAsync(cancellationToken);
            yield return new(ChatRole.Assistant, "answer.");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
