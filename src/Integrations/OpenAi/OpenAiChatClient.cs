using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace FlowEngine.Integrations.OpenAi;

/// <summary>Text in, text and tool calls out, over OpenAI's own client.</summary>
/// <param name="sendsOldLimit">The limit goes as <c>max_tokens</c>, which compatible services know, not as <c>max_completion_tokens</c>.</param>
internal sealed class OpenAiChatClient(ChatClient client, bool sendsOldLimit) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var calls = new ToolCallFragments();
        await foreach (var chunk in client.CompleteChatStreamingAsync(messages.SelectMany(SentMessages.Of), Sent(options), cancellationToken))
        {
            var counts = IsOfFirstAnswer(chunk);
            calls.Add(counts ? chunk.ToolCallUpdates : []);
            var update = new ChatResponseUpdate(ChatRole.Assistant, counts ? string.Concat(chunk.ContentUpdate.Select(part => part.Text)) : "")
            {
                ModelId = chunk.Model,
                FinishReason = counts && chunk.FinishReason is { } reason ? Reason(reason) : null,
            };
            if (update.FinishReason is not null)
            {
                update.Contents = [.. update.Contents, .. calls.Take()];
            }

            if (chunk.Usage is { } usage)
            {
                update.Contents.Add(new UsageContent(new()
                {
                    InputTokenCount = usage.InputTokenCount,
                    OutputTokenCount = usage.OutputTokenCount,
                    TotalTokenCount = usage.TotalTokenCount,
                    CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
                }));
            }

            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    /// <summary>A service may send several answers, piece by piece in turns, though it was asked for one.</summary>
    private static bool IsOfFirstAnswer(StreamingChatCompletionUpdate chunk) =>
#pragma warning disable SCME0001 // The only way to a member that the client has no property for.
        !chunk.Patch.TryGetValue("$.choices[0].index"u8, out int index) || index == 0;
#pragma warning restore SCME0001

    private ChatCompletionOptions Sent(ChatOptions? asked)
    {
        var options = new ChatCompletionOptions { Temperature = asked?.Temperature };
        if (asked is { Tools: { } tools, ToolMode: not NoneChatToolMode })
        {
            foreach (var tool in tools.OfType<AIFunctionDeclaration>())
            {
                options.Tools.Add(SentMessages.Tool(tool));
            }
        }

        if (!sendsOldLimit)
        {
            options.MaxOutputTokenCount = asked?.MaxOutputTokens;
        }
        else if (asked?.MaxOutputTokens is { } limit)
        {
#pragma warning disable SCME0001 // The only way to a member that the client has no property for.
            options.Patch.Set("$.max_tokens"u8, limit);
#pragma warning restore SCME0001
        }

        return options;
    }

    private static ChatFinishReason Reason(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        OpenAI.Chat.ChatFinishReason.ToolCalls => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };
}
