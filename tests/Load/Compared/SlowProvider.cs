using System.Runtime.CompilerServices;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.AI;

namespace FlowEngine.Load.Compared;

/// <summary>A provider whose models take their time, as one over the network does, before they answer as they would.</summary>
internal sealed class SlowProvider(IModelProvider inner, TimeSpan delay) : IModelProvider
{
    public string Name => inner.Name;

    public async ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken) =>
        new Client(await inner.CreateAsync(configuration, cancellationToken), delay);

    private sealed class Client(IChatClient inner, TimeSpan delay) : DelegatingChatClient(inner)
    {
        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Delay(delay, cancellationToken);
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }

        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Delay(delay, cancellationToken);
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
            {
                yield return update;
            }
        }
    }
}
