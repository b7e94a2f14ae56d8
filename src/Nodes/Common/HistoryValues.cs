using System.Globalization;
using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Common;

/// <summary>The walk variable <c>history</c>: messages <c>{role, content, at}</c>, oldest first.</summary>
internal static class HistoryValues
{
    public const string Variable = "history";

    public static IReadOnlyList<HistoryMessage> Read(Value history) => [.. history.Items.Select(ReadMessage)];

    public static Value Of(IEnumerable<HistoryMessage> messages) => Value.Of([.. messages.Select(OfMessage)]);

    private static HistoryMessage ReadMessage(Value message) => new(
        message["role"].Text switch { "assistant" => MessageRole.Assistant, "system" => MessageRole.System, _ => MessageRole.User },
        message["content"].ToString(),
        DateTimeOffset.TryParse(message["at"].Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default);

    private static Value OfMessage(HistoryMessage message) => Value.Object(
        ("role", Value.Of(message.Role switch { MessageRole.User => "user", MessageRole.Assistant => "assistant", _ => "system" })),
        ("content", Value.Of(message.Content)),
        ("at", Value.Of(message.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))));
}
