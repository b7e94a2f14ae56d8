using FlowEngine.Chat.Turns;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>Claims a turn in one short transaction.</summary>
internal static class TurnClaims
{
    public static async Task<ClaimResult> ClaimAsync(PostgreSqlConnections connections, TurnClaim claim, CancellationToken cancellationToken)
    {
        var isCommitting = false;
        try
        {
            try
            {
                return await ClaimOnceAsync(connections, claim, () => isCommitting = true, cancellationToken);
            }
            catch (LostConnectionException) when (!isCommitting)
            {
                // Nothing was done.
                return await ClaimOnceAsync(connections, claim, () => isCommitting = true, cancellationToken);
            }
        }
        catch (PostgresException refused) when (PostgreSqlFaults.IsUnique(refused))
        {
            // Another process was first: with this key, or with this number of the conversation.
            var first = await connections.UseAsync(connection => EarlierAsync(connections, connection, claim), cancellationToken);
            return first?.Judge(claim.BodyHash, claim.Now) ?? new ClaimResult.Conflict();
        }
    }

    private static Task<ClaimResult> ClaimOnceAsync(
        PostgreSqlConnections connections, TurnClaim claim, Action committing, CancellationToken cancellationToken) => connections.UseAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
                var result = await TakeAsync(connections, connection, claim);
                if (result is ClaimResult.Claimed)
                {
                    committing();
                    await transaction.CommitAsync(CancellationToken.None);
                }

                return result;
            },
            cancellationToken);

    private static async Task<ClaimResult> TakeAsync(PostgreSqlConnections connections, NpgsqlConnection connection, TurnClaim claim)
    {
        var statements = new List<Statement>();
        if (await EarlierAsync(connections, connection, claim) is { } earlier)
        {
            if (earlier.Judge(claim.BodyHash, claim.Now) is { } answer)
            {
                return answer;
            }

            statements.Add(ClaimStatements.Free(claim, earlier.TurnId));
        }

        if (claim.Conversation.IsNew)
        {
            statements.Add(ConversationStatements.CreateIfMissing(claim.Tenant, claim.Conversation));
        }

        statements.Add(ClaimStatements.DropLapsed(claim.Tenant, claim.Conversation.PublicId, claim.Seq, claim.Now));
        statements.Add(ClaimStatements.Add(claim));
        await using var batch = connections.Batch(connection, statements);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return batch.BatchCommands[^1].RecordsAffected == 1 ? new ClaimResult.Claimed() : new ClaimResult.Conflict();
    }

    private static async Task<EarlierTurn?> EarlierAsync(PostgreSqlConnections connections, NpgsqlConnection connection, TurnClaim claim)
    {
        if (claim.IdempotencyKey is null)
        {
            return null;
        }

        await using var batch = connections.Batch(connection, ClaimStatements.Earlier(claim));
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        return EarlierTurn.Read(reader);
    }
}
