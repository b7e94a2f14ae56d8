using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Sqlite.Connections;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>Everything that one turn writes, in the order of its tables.</summary>
internal static class CommitStatements
{
    /// <param name="asked">JSON of the comparisons that the turn asks for; null where it asks for none.</param>
    public static CommitResult Commit(StatementCache db, TurnCommit commit, string? asked)
    {
        if (commit.Conversation.IsNew && !commit.Turn.WasClaimed)
        {
            ConversationStatements.Create(db, commit.Tenant, commit.Conversation);
        }

        if (ConversationStatements.Update(db, commit) is not { } conversation)
        {
            return CommitResult.Conflict;
        }

        if (!commit.Turn.WasClaimed)
        {
            ClaimStatements.DropLapsed(db, commit.Tenant, conversation, commit.Turn.Seq, commit.Change.UpdatedAt);
        }

        if (!TurnStatements.Write(db, commit, asked, conversation))
        {
            return CommitResult.Conflict;
        }

        MessageStatements.Write(db, commit, conversation);
        EffectStatements.Write(db, commit, conversation);
        RecordStatements.Write(db, commit, conversation);
        if (commit.Spending.IsLimited)
        {
            UsageStatements.Write(db, commit);
        }
        foreach (var run in RunStatements.Ended(commit))
        {
            db.Execute(run.Sql, run.Arguments);
        }

        return CommitResult.Saved;
    }
}
