namespace FlowEngine.Storage.Audit;

/// <summary>What the audit calls what people do in a chat, and how it came out.</summary>
public static class AuditActions
{
    public const string MessageSent = "chat.message_sent";

    /// <summary>A wait ran into its time-out: nobody wrote.</summary>
    public const string WaitTimedOut = "chat.wait_timed_out";

    public const string Success = "success";
    public const string Failure = "failure";
}
