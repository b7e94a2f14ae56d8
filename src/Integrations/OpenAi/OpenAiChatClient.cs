using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
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
        await foreach (var chunk in client.CompleteChatStreamingAsync(messages.SelectMany(SentMessages.Of), Sent(options), cancellationToken))
        {
            var update = new ChatResponseUpdate
            {
                Role = ChatRole.Assistant,
                ModelId = chunk.Model,
                FinishReason = Ending(chunk) is { } ending ? new(ending) : null,
                Contents = [.. Thinking(chunk), .. chunk.ContentUpdate.Select(part => new TextContent(part.Text)), .. chunk.ToolCallUpdates.Select(Call)],
            };

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

#pragma warning disable SCME0001 // The only way to members that the client has no properties for.
    private static string? Ending(StreamingChatCompletionUpdate chunk) =>
        chunk.Patch.TryGetValue("$.choices[0].flowengine_ending"u8, out string? ending) ? ending : null;

    private static IEnumerable<AIContent> Thinking(StreamingChatCompletionUpdate chunk) =>
        chunk.Patch.TryGetValue("$.choices[0].delta.reasoning_content"u8, out string? thinking) && thinking is not null
            ? [new TextReasoningContent(thinking)]
            : [];
#pragma warning restore SCME0001

    private static FunctionCallContent Call(StreamingChatToolCallUpdate call) => FunctionCallContent.CreateFromParsedArguments(
        call.FunctionArgumentsUpdate?.ToString() ?? "", call.ToolCallId ?? "", call.FunctionName ?? "", Parsed);

    private static Dictionary<string, object?> Parsed(string json)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(json))
        {
            using var document = JsonDocument.Parse(json);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                arguments[member.Name] = member.Value.Clone();
            }
        }

        return arguments;
    }

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
}
