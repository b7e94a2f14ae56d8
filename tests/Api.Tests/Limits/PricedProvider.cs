using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.AI;

namespace FlowEngine.Api.Tests.Limits;

/// <summary>
/// The provider <c>priced</c>: each call takes 100 tokens in and 20 out, which is 0.2 USD. The model <c>free</c> has no price, <c>empty</c> says nothing,
/// <c>hangs</c> never ends.
/// </summary>
public sealed class PricedProvider : IModelProvider
{
    public string Name => "priced";

    public ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken) =>
        new(new Client(configuration.ModelName));

    private sealed class Client(string model) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            if (model == "hangs")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            yield return new(ChatRole.Assistant, model == "empty" ? "" : "An answer.");
            yield return new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 100, OutputTokenCount = 20 })]);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(ModelPrice) && model != "free" ? new ModelPrice(1000, 5000, "USD", "v1") : null;

        public void Dispose()
        {
        }
    }
}
