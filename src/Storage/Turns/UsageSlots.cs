namespace FlowEngine.Storage.Turns;

/// <summary>Where the totals of a tenant's day are kept.</summary>
public static class UsageSlots
{
    /// <summary>Of turns that no other slot has.</summary>
    public const int Rest = Count;

    private const int Count = 16;

    /// <summary>Always the same of a conversation.</summary>
    public static int Of(Guid conversation) => conversation.ToByteArray()[^1] % Count;
}
