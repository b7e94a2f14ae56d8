namespace FlowEngine.Conversations;

/// <summary>The one way out of the service: only to hosts on the tenant's list, only to public addresses, bounded in size and time.</summary>
public interface IOutgoingHttp
{
    /// <summary>Every refusal and failure is in the answer; an exception is a bug or the caller's cancelling.</summary>
    ValueTask<OutgoingAnswer> SendAsync(OutgoingCall call, CancellationToken cancellationToken);
}
