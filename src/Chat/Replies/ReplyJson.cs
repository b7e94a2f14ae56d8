using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Replies;

/// <summary>Replies as JSON: generated code, text unescaped but for what HTML would read.</summary>
public static class ReplyJson
{
    public static ChatJson Context { get; } = new(new JsonSerializerOptions(ChatJson.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    public static string Write(ChatReply reply) => JsonSerializer.Serialize(reply, Context.ChatReply);
}
