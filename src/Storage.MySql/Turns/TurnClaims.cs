using System.Data.Common;
using System.Globalization;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>Claims a turn in one short transaction.</summary>
internal static class TurnClaims
{
    private static readonly Statement s_count = new("SELECT ROW_COUNT()");

    public static async Task<ClaimResult> ClaimAsync(MySqlConnections connections, TurnClaim claim, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(connections, claim, cancellationToken);
        if (earlier?.Judge(claim.BodyHash, claim.Now) is { } answer)
        {
            return answer;
        }

        try
        {
            var added = await WriteBatch.ReadAsync(
                connections, Statements(claim, earlier), batch => batch.ExecuteScalarAsync(CancellationToken.None), cancellationToken);
            return Convert.ToInt64(added, CultureInfo.InvariantCulture) == 1 ? new ClaimResult.Claimed() : new ClaimResult.Conflict();
        }
        catch (MySqlException refused) when (MySqlFaults.IsUnique(refused))
        {
            // Another process was first: with this key, or with this number of the conversation.
            var first = await EarlierAsync(connections, claim, cancellationToken);
            return first?.Judge(claim.BodyHash, claim.Now) ?? new ClaimResult.Conflict();
        }
    }

    private static IEnumerable<Statement> Statements(TurnClaim claim, EarlierTurn? earlier)
    {
        if (earlier is not null)
        {
            foreach (var statement in ClaimStatements.Free(claim, earlier.TurnId))
            {
                yield return statement;
            }
        }

        if (claim.Conversation.IsNew)
        {
            yield return ConversationStatements.CreateIfMissing(claim.Tenant, claim.Conversation);
        }

        yield return ClaimStatements.DropLapsed(claim.Tenant, claim.Conversation.PublicId, claim.Seq, claim.Now);
        yield return ClaimStatements.Add(claim);
        yield return s_count;
    }

    private static async Task<EarlierTurn?> EarlierAsync(MySqlConnections connections, TurnClaim claim, CancellationToken cancellationToken)
    {
        if (claim.IdempotencyKey is null)
        {
            return null;
        }

        await using var connection = await connections.Pool.OpenConnectionAsync(cancellationToken);
        await using var batch = connections.Batch(connection, ClaimStatements.Earlier(claim));
        await using DbDataReader reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        return EarlierTurn.Read(reader);
    }
}
