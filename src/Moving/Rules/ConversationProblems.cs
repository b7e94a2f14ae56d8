using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

/// <summary>What is wrong with a row of the hybrid table, by the row alone.</summary>
public static class ConversationProblems
{
    public static IEnumerable<string> Of(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return All(row).OfType<string>();
    }

    private static IEnumerable<string?> All(LegacyRow row)
    {
        yield return row.Number("tenant_id") is null ? MovingCodes.NoTenant : null;
        yield return SessionRule.Of(row.Text("session_id"), row.Id).Note switch
        {
            MovingCodes.SessionMade => MovingCodes.NoSession,
            var note => note,
        };
        yield return row.Time("created_at") is null ? MovingCodes.NoTime : null;
        yield return JsonColumn.IsBroken(row.Text("metadata")) ? MovingCodes.BrokenMetadata : null;
        yield return JsonColumn.IsBroken(row.Text("context_data")) ? MovingCodes.BrokenContext : null;
        yield return JsonColumn.IsBroken(row.Text("state_history")) ? MovingCodes.BrokenHistory : null;
        yield return JsonColumn.Entries(row.Text("state_history")) > ConversationRule.LongHistory ? MovingCodes.LongHistory : null;
        yield return DoubleEncoding.IsIn(row.Text("metadata")) ? MovingCodes.DoubleEncoded : null;
    }
}
