using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace FlowEngine.Integrations.OpenAi;

/// <summary>Messages as the service takes them; each answer of a tool is one of its own.</summary>
internal static class SentMessages
{
    public static IEnumerable<OpenAI.Chat.ChatMessage> Of(ChatMessage message)
    {
        if (message.Role == ChatRole.Tool)
        {
            return message.Contents.OfType<FunctionResultContent>().Select(answer => new ToolChatMessage(answer.CallId, answer.Result as string ?? ""));
        }

        return
        [
            message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
            : message.Role == ChatRole.Assistant ? Assistant(message)
            : new UserChatMessage(message.Text),
        ];
    }

    public static ChatTool Tool(AIFunctionDeclaration tool) =>
        ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText()));

    private static AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToList();
        if (calls.Count == 0)
        {
            return new(message.Text);
        }

        var sent = new AssistantChatMessage(calls);
        if (message.Text.Length > 0)
        {
            sent.Content.Add(ChatMessageContentPart.CreateTextPart(message.Text));
        }

        return sent;
    }

    private static ChatToolCall Call(FunctionCallContent call) => ChatToolCall.CreateFunctionToolCall(
        call.CallId,
        call.Name,
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(
            call.Arguments ?? new Dictionary<string, object?>(), AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>)))));
}
