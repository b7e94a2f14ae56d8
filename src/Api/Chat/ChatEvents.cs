using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Replies;

namespace FlowEngine.Api.Chat;

/// <summary>The events of a reply that comes as a stream.</summary>
internal static class ChatEvents
{
    public const string Delta = "delta";
    public const string Discard = "discard";
    public const string Message = "message";
    public const string Ping = "ping";
    public const string Done = "done";
    public const string Error = "error";

    public static AnsweredEvents Metadata { get; } = new(
    [
        new(Delta, typeof(ReplyDelta), "A piece of a message, provisional."),
        new(Discard, typeof(ReplyDiscard), "Forget the pieces of this message."),
        new(Message, typeof(ReplyMessage), "After the commit: what is stored."),
        new(Ping, null, "Every 15 seconds, so that proxies do not close the stream."),
        new(Done, typeof(ChatReply), "The reply; the last event."),
        new(Error, typeof(ProblemView), "A problem; the last event instead of `done`."),
    ]);
}
