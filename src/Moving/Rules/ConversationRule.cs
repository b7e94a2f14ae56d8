using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

public static class ConversationRule
{
    /// <summary>Entries that our own history of a conversation has at most.</summary>
    public const int LongHistory = 50;

    public static Carried<ConversationDraft> Carry(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Number("tenant_id") is null)
        {
            return Carried<ConversationDraft>.Refused(MovingCodes.NoTenant);
        }

        if (row.Id <= 0)
        {
            return Carried<ConversationDraft>.Refused(MovingCodes.NoId);
        }

        var (session, sessionNote) = SessionRule.Of(row.Text("session_id"), row.Id);
        var (state, contextNote) = ContextRule.Of(row.Text("context_data"));
        var (created, updated) = (row.Time("created_at"), row.Time("updated_at"));
        var (user, userNote) = Bounded(row, "user_id", 200);
        var (slug, slugNote) = Bounded(row, "feature_slug", 100);
        var (name, nameNote) = Bounded(row, "feature_name", 200);
        var draft = new ConversationDraft(
            row.Id, session, user, slug, name, row.Flag("is_active") ?? true, row.Number("prompt_id"), row.Text("metadata"), row.Number("flow_id"),
            state, EngineColumnsRule.Of(row), created ?? updated ?? DateTimeOffset.UnixEpoch, updated ?? created ?? DateTimeOffset.UnixEpoch);
        return Carried<ConversationDraft>.As(draft, [.. new[]
        {
            sessionNote, contextNote, userNote, slugNote, nameNote,
            created is null ? MovingCodes.NoTime : null,
            JsonColumn.IsBroken(row.Text("metadata")) ? MovingCodes.BrokenMetadata : null,
            row.Filled("state_history") is null or "[]" ? null : MovingCodes.HistoryLeft,
        }.OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What is longer than our column takes is left, not cut.</summary>
    private static (string? Text, string? Note) Bounded(LegacyRow row, string column, int length) =>
        row.Text(column) is { } text && text.Length > length ? (null, MovingCodes.TooLong) : (row.Text(column), null);
}
