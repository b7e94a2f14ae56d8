using FlowEngine.Api.Access;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Chat;

/// <summary>A reply that comes as a whole.</summary>
internal sealed class JsonReply(HttpContext http, Caller caller) : IReplyOpener
{
    public ValueTask<IReplyStream> OpenAsync(TurnInput turn, CancellationToken cancellationToken)
    {
        SessionCookie.Set(http, caller, turn.SessionId);
        return new(NoReplyStream.Instance);
    }
}
