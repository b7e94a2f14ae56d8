namespace FlowEngine.Conversations;

/// <summary>The tenant's prompts.</summary>
public interface IPromptSource
{
    /// <summary>
    /// The active prompt that is named by id, else the default one of the named feature, else the one of
    /// <see cref="AssistantReference.Default"/>; null where the tenant has none of them.
    /// </summary>
    ValueTask<AssistantPrompt?> FindAsync(TenantKey tenant, AssistantReference named, CancellationToken cancellationToken);
}
