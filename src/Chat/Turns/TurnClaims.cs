using FlowEngine.Chat.Refusals;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Turns;

/// <summary>Takes a turn's claim before its engine runs, and gives it up unless the turn was stored.</summary>
public sealed class TurnClaims(ITurnReader reader, ITurnWriter writer, ILogger<TurnClaims> logger)
{
    /// <summary>What became of the request that came with the same idempotency key before; null where there was none.</summary>
    public async ValueTask<TurnEnd?> EarlierAsync(IncomingTurn incoming, CancellationToken cancellationToken) =>
        incoming.IdempotencyKey is { } key
        && await reader.AnsweredAsync(
            incoming.Caller.Tenant.Profile.Key, incoming.Caller.Name, key, incoming.BodyHash, cancellationToken) is { } earlier
            ? Judge(earlier)
            : null;

    /// <param name="claim">Null: the turn needs none.</param>
    /// <param name="run">The turn; not called where somebody else has it.</param>
    public async Task<TurnEnd> WithinAsync(TurnClaim? claim, Func<Task<TurnEnd>> run, CancellationToken cancellationToken)
    {
        if (claim is null)
        {
            return await run();
        }

        if (Judge(await writer.ClaimAsync(claim, cancellationToken)) is { } taken)
        {
            return taken;
        }

        TurnEnd? end = null;
        try
        {
            return end = await run();
        }
        finally
        {
            if (end is not TurnEnd.Answered)
            {
                await ReleaseAsync(claim);
            }
        }
    }

    /// <returns>Null where the turn may go on.</returns>
    private static TurnEnd? Judge(ClaimResult result) => result switch
    {
        ClaimResult.Answered answered => new TurnEnd.Repeated(answered.ReplyJson),
        ClaimResult.InFlight flight => new TurnEnd.Refused(TurnRefusals.InFlight(flight.TurnId)),
        ClaimResult.OtherBody other => new TurnEnd.Refused(TurnRefusals.KeyReused(other.TurnId)),
        ClaimResult.Conflict => new TurnEnd.Refused(TurnRefusals.ConversationBusy()),
        _ => null,
    };

    private async Task ReleaseAsync(TurnClaim claim)
    {
        try
        {
            await writer.ReleaseAsync(claim, CancellationToken.None);
        }
        catch (StorageUnavailableException fault)
        {
            // The lease ends by itself; the fault that led here is the one to report.
            Log.StorageUnavailable(logger, fault, fault.Code);
        }
    }
}
