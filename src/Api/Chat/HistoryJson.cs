using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Chat.Replies;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Chat;

/// <summary>Histories as JSON, in the shape that replies have.</summary>
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(Page<ConversationView>))]
[JsonSerializable(typeof(Page<ReplyMessage>))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    public static HistoryJson Context { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = RelaxedJson.Encoder,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
