using System.Text.Json.Serialization;
using FlowEngine.Api.Http;
using FlowEngine.Chat.Replies;

namespace FlowEngine.Api.Chat;

[JsonSerializable(typeof(ChatMessageBody))]
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(Page<ConversationView>))]
[JsonSerializable(typeof(Page<ReplyMessage>))]
internal sealed partial class HistoryJsonContext : JsonSerializerContext;
