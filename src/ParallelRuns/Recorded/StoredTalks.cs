using FlowEngine.Conversations;
using FlowEngine.Storage.History;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>A tenant's stored conversations that V1 answered, as recorded ones.</summary>
public sealed class StoredTalks(ConversationStore store)
{
    private const int Page = 500;
    private const string Answerer = "v1";

    /// <summary>The newest first.</summary>
    /// <param name="from">Begun then or later.</param>
    /// <param name="to">Begun before then.</param>
    public async Task<IReadOnlyList<RecordedTalk>> ReadAsync(
        TenantKey tenant, DateTimeOffset? from, DateTimeOffset? to, int most, CancellationToken cancellationToken)
    {
        var talks = new List<RecordedTalk>();
        for (long? before = null; talks.Count < most;)
        {
            var page = await store.ListAsync(tenant, null, before, Page, cancellationToken);
            foreach (var conversation in page.Where(row => !(row.CreatedAt < from) && !(row.CreatedAt >= to)))
            {
                if (talks.Count < most && await TalkAsync(tenant, conversation, cancellationToken) is { } talk)
                {
                    talks.Add(talk);
                }
            }

            if (page.Count < Page)
            {
                break;
            }

            before = page[^1].RowId;
        }

        return talks;
    }

    private async Task<RecordedTalk?> TalkAsync(TenantKey tenant, ConversationSummary conversation, CancellationToken cancellationToken)
    {
        var messages = new List<StoredMessageRow>();
        for (long? after = null; ;)
        {
            var page = await store.MessagesAsync(tenant, conversation.RowId, after, Page, cancellationToken);
            messages.AddRange(page);
            if (page.Count < Page)
            {
                break;
            }

            after = page[^1].RowId;
        }

        var isTalk = messages.Exists(message => message.Engine == Answerer) && messages.Exists(message => message.Role == "user");
        return !isTalk ? null : new(
            conversation.PublicId.ToString(),
            conversation.Language,
            new Dictionary<string, string>(),
            messages.Exists(message => message.Kind == "fallback") ? "fallback" : conversation.Status,
            [.. messages.Where(message => message.Role is "user" or "assistant").Select(Saying)]);
    }

    private static RecordedSaying Saying(StoredMessageRow message) =>
        new(message.Role == "user" ? MessageRole.User : MessageRole.Assistant, message.Content);
}
