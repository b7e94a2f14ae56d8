using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Offline;

/// <summary>
/// A model without a network: composes its answer from the <see cref="ModelContext"/> of the request and from nothing else,
/// the same for the same context. Without a context it says that it has no data. Offered tools, it may look something up first.
/// </summary>
public sealed class OfflineChatClient(string modelName = OfflineChatClient.DefaultModelName) : IChatClient
{
    /// <summary>As configurations name its provider.</summary>
    public const string Provider = "offline";

    public const string DefaultModelName = "offline";

    private const int CharactersPerToken = 4;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var given = messages.ToList();
        if (Calls(given, options) is { Count: > 0 } calls)
        {
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. calls]))
            {
                ModelId = options?.ModelId ?? modelName,
                FinishReason = ChatFinishReason.ToolCalls,
                Usage = Usage(given, Written(calls)),
            });
        }

        var answer = Answer(given, options);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer))
        {
            ModelId = options?.ModelId ?? modelName,
            FinishReason = ChatFinishReason.Stop,
            Usage = Usage(given, answer),
        });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var given = messages.ToList();
        var model = options?.ModelId ?? modelName;
        if (Calls(given, options) is { Count: > 0 } calls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, [.. calls, new UsageContent(Usage(given, Written(calls)))])
            {
                ModelId = model,
                FinishReason = ChatFinishReason.ToolCalls,
            };
            yield break;
        }

        var answer = Answer(given, options);
        foreach (var chunk in WordChunks.Of(answer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, chunk) { ModelId = model };
        }

        await Task.CompletedTask;
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage(given, answer))])
        {
            ModelId = model,
            FinishReason = ChatFinishReason.Stop,
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static IReadOnlyList<FunctionCallContent> Calls(List<ChatMessage> messages, ChatOptions? options) =>
        options is not null && ContextOf(options) is { } context ? ToolUse.Calls(context, messages, options) : [];

    private static string Written(IReadOnlyList<FunctionCallContent> calls) =>
        string.Concat(calls.Select(call => string.Join(' ', (call.Arguments ?? new Dictionary<string, object?>()).Values.Prepend(call.Name))));

    private static ModelContext? ContextOf(ChatOptions? options) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(ModelContext.PropertyName, out var value)
            ? value as ModelContext
            : null;

    private static string Answer(List<ChatMessage> messages, ChatOptions? options) =>
        ContextOf(options) is { } context
            ? AnswerComposer.Compose(context)
            : AnswerComposer.WithoutData(messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "");

    private static UsageDetails Usage(List<ChatMessage> messages, string answer)
    {
        var input = Tokens(messages.Sum(message => message.Text.Length));
        var output = Tokens(answer.Length);
        return new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
    }

    private static int Tokens(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
