using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Writing;

internal sealed class SqlTurnWriter(IStatementRunner runner, ISqlReads reads) : ITurnWriter
{
    private readonly CommitStatements _commits = new(runner.Dialect);
    private readonly ConversationStatements _conversations = new(runner.Dialect);
    private readonly ClaimStatements _claims = new(runner.Dialect);

    public Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken) =>
        runner.GuardAsync(() => ClaimSurelyAsync(claim, cancellationToken), cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        // Made on the caller's thread: where there is one writer, all others wait while it is at it.
        SqlStatement[] statements = [.. _commits.Of(commit)];
        return runner.GuardAsync(() => CommitSurelyAsync(commit, statements, cancellationToken), cancellationToken);
    }

    public Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken) =>
        runner.GuardAsync(() => runner.RunAsync(ClaimStatements.Remove(claim.Tenant.TenantId, claim.TurnId), cancellationToken), cancellationToken);

    /// <summary>Where a connection broke before the answer came, looks whether the turn was stored, and else stores it.</summary>
    private async Task<CommitResult> CommitSurelyAsync(TurnCommit commit, SqlStatement[] statements, CancellationToken cancellationToken)
    {
        for (var broken = 0; ; broken++)
        {
            try
            {
                return await runner.RunAsync(statements, cancellationToken) || (broken > 0 && await IsStoredAsync(commit))
                    ? CommitResult.Saved
                    : CommitResult.Conflict;
            }
            catch (BrokenConnectionException) when (broken < runner.Reconnections)
            {
                if (await IsStoredAsync(commit))
                {
                    return CommitResult.Saved;
                }
            }
        }
    }

    private Task<bool> IsStoredAsync(TurnCommit commit) => IsThereAsync(TurnRowStatements.Done, commit.Tenant, commit.Turn.Id);

    private async Task<bool> IsThereAsync(string sql, TenantKey tenant, Guid turn) => await reads.QueryAsync(
        sql, [("tenant_id", tenant.TenantId), ("id", turn)], reader => reader.Read(), CancellationToken.None);

    private async Task<ClaimResult> ClaimSurelyAsync(TurnClaim claim, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(claim, cancellationToken);
        if (earlier?.Judge(claim.BodyHash, claim.Now) is { } answer)
        {
            return answer;
        }

        if (await AddAsync(claim, [.. Claim(claim, earlier)], cancellationToken) is { } added)
        {
            return added == 1 ? new ClaimResult.Claimed() : new ClaimResult.Conflict();
        }

        // Another process was first: with this key, or with this number of the conversation.
        var first = await EarlierAsync(claim, cancellationToken);
        return first?.Judge(claim.BodyHash, claim.Now) ?? new ClaimResult.Conflict();
    }

    /// <summary>Where a connection broke before the answer came, looks whether the claim is there, and else makes it.</summary>
    private async Task<int?> AddAsync(TurnClaim claim, SqlStatement[] statements, CancellationToken cancellationToken)
    {
        for (var broken = 0; ; broken++)
        {
            try
            {
                return await runner.CountAsync(statements, cancellationToken);
            }
            catch (BrokenConnectionException) when (broken < runner.Reconnections)
            {
                if (await IsThereAsync(TurnRowStatements.Claimed, claim.Tenant, claim.TurnId))
                {
                    return 1;
                }
            }
        }
    }

    private IEnumerable<SqlStatement> Claim(TurnClaim claim, EarlierTurn? earlier)
    {
        foreach (var statement in earlier is null ? [] : ClaimStatements.Free(claim, earlier.TurnId))
        {
            yield return statement;
        }

        if (claim.Conversation.IsNew)
        {
            yield return _conversations.CreateIfMissing(claim.Tenant, claim.Conversation);
        }

        yield return ClaimStatements.DropLapsed(claim.Tenant, claim.Conversation.PublicId, claim.Seq, claim.Now);
        yield return _claims.Add(claim);
    }

    private async Task<EarlierTurn?> EarlierAsync(TurnClaim claim, CancellationToken cancellationToken) => claim.IdempotencyKey is { } key
        ? await reads.QueryAsync(EarlierTurn.Sql, EarlierTurn.Arguments(claim.Tenant, claim.Caller, key), EarlierTurn.Read, cancellationToken)
        : null;
}
