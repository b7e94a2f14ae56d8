using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.PostgreSql.Connections;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>Everything that one turn writes, in the order of its tables.</summary>
internal static class CommitStatements
{
    public static IEnumerable<Statement> Of(TurnCommit commit)
    {
        if (commit.Conversation.IsNew && !commit.Turn.WasClaimed)
        {
            yield return ConversationStatements.Create(commit.Tenant, commit.Conversation);
        }

        yield return ConversationStatements.Update(commit);
        if (!commit.Conversation.IsNew && !commit.Turn.WasClaimed)
        {
            yield return ClaimStatements.DropLapsed(
                commit.Tenant, commit.Conversation.PublicId, commit.Turn.Seq, commit.Change.UpdatedAt);
        }

        yield return TurnStatements.Write(commit);
        yield return MessageStatements.Write(commit);
        foreach (var effects in EffectStatements.Write(commit))
        {
            yield return effects;
        }

        yield return RecordStatements.Analytics(commit);
        yield return RecordStatements.Audit(commit);
        foreach (var run in RunStatements.Ended(commit))
        {
            yield return Statement.Of(run);
        }

        if (commit.Spending.IsLimited)
        {
            yield return RecordStatements.Usage(commit);
        }
    }
}
