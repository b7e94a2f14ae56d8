using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Moving.Rules;
using FlowEngine.Storage.Model;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Moving.Importing;

/// <summary>Drafts as rows of a tenant.</summary>
internal sealed class ConversationRows(ImportTenant tenant, IReadOnlyDictionary<long, long> prompts, IReadOnlyDictionary<long, long> flows)
{
    /// <summary>Of a conversation that nothing was done with here since it was imported.</summary>
    public const int UntouchedVersion = 1;

    /// <param name="before">The row that is there; null: a new one.</param>
    public ConversationRow Row(ConversationDraft draft, ConversationRow? before, DateTimeOffset now)
    {
        var row = before ?? new ConversationRow
        {
            TenantId = tenant.Key.TenantId,
            InstanceId = tenant.Key.InstanceId,
            PublicId = Guid.CreateVersion7(draft.CreatedAt),
            Language = tenant.Profile.Languages[0],
            Status = ConversationStatusNames.Of(ConversationStatus.Open),
            RowVersion = UntouchedVersion,
        };
        (row.SessionId, row.UserId, row.ContextData, row.FlowId) = (draft.SessionId, draft.UserId, draft.State, New(draft.FlowId, flows));
        (row.Assistant.FeatureSlug, row.Assistant.FeatureName, row.Assistant.IsActive) = (draft.FeatureSlug, draft.FeatureName, draft.IsActive);
        (row.Assistant.PromptId, row.Assistant.Metadata) = (New(draft.PromptId, prompts), draft.Metadata);
        (row.CreatedAt, row.UpdatedAt, row.ImportedAt) = (draft.CreatedAt, draft.UpdatedAt, now);
        return row;
    }

    public MessageRow Row(MessageDraft draft) => new()
    {
        TenantId = tenant.Key.TenantId,
        InstanceId = tenant.Key.InstanceId,
        MessageId = string.Create(CultureInfo.InvariantCulture, $"legacy-{draft.Id}"),
        Role = MessageNames.Of(draft.Role),
        Kind = MessageNames.Of(MessageKind.Text),
        Content = draft.Content,
        Engine = draft.Engine,
        CreatedAt = draft.CreatedAt,
    };

    /// <summary>References that name nothing of this tenant.</summary>
    public IEnumerable<string> Unknown(ConversationDraft draft)
    {
        if (draft.FlowId is { } flow && !flows.ContainsKey(flow))
        {
            yield return MovingCodes.UnknownFlow;
        }

        if (draft.PromptId is { } prompt && !prompts.ContainsKey(prompt))
        {
            yield return MovingCodes.UnknownPrompt;
        }
    }

    private static long? New(long? old, IReadOnlyDictionary<long, long> ids) => old is { } id && ids.TryGetValue(id, out var found) ? found : null;
}
