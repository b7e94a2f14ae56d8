using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace FlowEngine.Integrations.OpenAi;

/// <summary>
/// What Microsoft.Extensions.AI's client leaves out: endings for which OpenAI has no word, tool calls as soon as they are whole rather than
/// after the stream's end, which a service may never send, and the limit under its old name.
/// </summary>
/// <param name="sendsOldLimit">The limit goes as <c>max_tokens</c>, which compatible services know, not as <c>max_completion_tokens</c>.</param>
internal sealed class OpenAiChatClient(IChatClient client, bool sendsOldLimit) : DelegatingChatClient(client)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, Sent(options), cancellationToken))
        {
            // The update without a chunk of its own repeats the calls at the end.
            if (update.RawRepresentation is StreamingChatCompletionUpdate chunk)
            {
                update.FinishReason = Ending(chunk) is { } ending ? new(ending) : null;
                foreach (var call in chunk.ToolCallUpdates)
                {
                    update.Contents.Add(Call(call));
                }

                yield return update;
            }
        }
    }

#pragma warning disable SCME0001 // The only way to members that the client has no properties for.
    private static string? Ending(StreamingChatCompletionUpdate chunk) =>
        chunk.Patch.TryGetValue("$.choices[0].flowengine_ending"u8, out string? ending) ? ending : null;

    private static ChatCompletionOptions OldLimit(int limit)
    {
        var options = new ChatCompletionOptions();
        options.Patch.Set("$.max_tokens"u8, limit);
        return options;
    }
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

    private ChatOptions Sent(ChatOptions? asked)
    {
        var sent = asked?.Clone() ?? new ChatOptions();
        if (sent.ToolMode is NoneChatToolMode)
        {
            // Not every compatible service knows tool_choice.
            (sent.Tools, sent.ToolMode) = (null, null);
        }

        if (sendsOldLimit && sent.MaxOutputTokens is { } limit)
        {
            sent.MaxOutputTokens = null;
            sent.RawRepresentationFactory = _ => OldLimit(limit);
        }

        return sent;
    }
}
