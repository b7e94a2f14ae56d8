using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.AI;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>What a model is asked.</summary>
/// <param name="Number">From 1, of the calls with the same prompt and the same message: V1, V2 and a judge are counted apart.</param>
internal sealed record ToldCall(ModelContext Context, int Number)
{
    public string Message => Context.UserMessage;

    public bool IsJudge => Context.SystemPrompt.StartsWith("You compare two replies", StringComparison.Ordinal);
}

/// <summary>The provider <c>told</c>, whose models answer what the test says; each call takes 100 tokens in and 20 out, which is 0.2 USD.</summary>
internal sealed class ToldProvider(Func<ToldCall, CancellationToken, Task<string>> answer) : IModelProvider
{
    private readonly ConcurrentDictionary<(string Prompt, string Message), int> _calls = new();

    public string Name => "told";

    public ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken) => new(new Client(this));

    private Task<string> AnswerAsync(ModelContext context, CancellationToken cancellationToken) =>
        answer(new(context, _calls.AddOrUpdate((context.SystemPrompt, context.UserMessage), 1, (_, before) => before + 1)), cancellationToken);

    private sealed class Client(ToldProvider provider) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var context = (ModelContext)options!.AdditionalProperties![ModelContext.PropertyName]!;
            yield return new(ChatRole.Assistant, await provider.AnswerAsync(context, cancellationToken));
            yield return new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 100, OutputTokenCount = 20 })]);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(ModelPrice) ? new ModelPrice(1000, 5000, "USD", "v1") : null;

        public void Dispose()
        {
        }
    }
}
