using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Writing;

/// <summary>Everything that one turn writes, in the order of its tables.</summary>
internal sealed class CommitStatements(SqlDialect dialect)
{
    private readonly ConversationStatements _conversations = new(dialect);
    private readonly TurnRowStatements _turns = new(dialect);
    private readonly MessageStatements _messages = new(dialect);
    private readonly EffectStatements _effects = new(dialect);
    private readonly UsageStatements _usage = new(dialect);

    public IEnumerable<SqlStatement> Of(TurnCommit commit)
    {
        if (commit.Conversation.IsNew && !commit.Turn.WasClaimed)
        {
            yield return _conversations.Create(commit.Tenant, commit.Conversation);
        }

        yield return _conversations.Update(commit);
        if (!commit.Conversation.IsNew && !commit.Turn.WasClaimed)
        {
            yield return ClaimStatements.DropLapsed(commit.Tenant, commit.Conversation.PublicId, commit.Turn.Seq, commit.Change.UpdatedAt);
        }

        yield return _turns.Write(commit);
        foreach (var part in _messages.Write(commit).Concat(_effects.Write(commit)))
        {
            yield return part;
        }

        foreach (var run in RunStatements.Ended(commit))
        {
            yield return SqlStatement.Of(run);
        }

        // Last: turns of one tenant that share a slot wait for each other at this row.
        if (commit.Spending.IsLimited)
        {
            yield return _usage.Write(commit);
        }
    }
}
