using FlowEngine.Chat.Telemetry;

namespace FlowEngine.Chat.Turns;

/// <summary>One message, from the request to the reply. Every refusal is decided before the reply is opened; no transaction is open while an engine runs.</summary>
public sealed class TurnPipeline(
    TurnAdmission admission, TurnClaims claims, ConversationQueue queue, TimeoutTurns timeouts, TurnPlanner planner, TurnRunner runner)
{
    /// <param name="reply">Opened once nothing refuses the turn any more.</param>
    /// <param name="leaving">The client left: it cancels the turn, unless the turn has an idempotency key by which the client may come back.</param>
    public async Task<TurnEnd> RunAsync(IncomingTurn incoming, IReplyOpener reply, TurnWatch watch, CancellationToken leaving)
    {
        var end = await AnswerAsync(incoming, reply, watch, leaving);
        switch (end)
        {
            case TurnEnd.Refused refused:
                watch.Refused(refused.Refusal.Code);
                break;
            case TurnEnd.Repeated:
                watch.Repeated();
                break;
        }

        return end;
    }

    private async Task<TurnEnd> AnswerAsync(IncomingTurn incoming, IReplyOpener reply, TurnWatch watch, CancellationToken leaving)
    {
        // A chat that is switched off costs no read.
        if (admission.ClosedFor(incoming.Caller.Tenant) is { } closed)
        {
            return new TurnEnd.Refused(closed);
        }

        if (await claims.EarlierAsync(incoming, leaving) is { } earlier)
        {
            return earlier;
        }

        // First in the conversation's queue, with the conversation as it is then, and the tenant as it is now.
        using var ticket = await queue.EnterAsync(incoming, leaving);
        var (tenant, refusal) = await admission.AdmitAsync(incoming, ticket, leaving);
        if (tenant is null)
        {
            return new TurnEnd.Refused(refusal!);
        }

        // A wait whose time has passed times out before the message that came too late for it.
        (var before, refusal) = await timeouts.RunDueAsync(tenant, ticket.Before, leaving);
        if (refusal is not null)
        {
            return new TurnEnd.Refused(refusal);
        }

        (var turn, refusal) = await planner.PlanAsync(incoming, tenant, ticket with { Before = before }, leaving);
        return turn is null ? new TurnEnd.Refused(refusal!) : await claims.WithinAsync(
            turn.Claim,
            async () => await runner.RunAsync(turn, watch, await reply.OpenAsync(turn.Input, leaving), turn.CancelledBy(leaving)),
            leaving);
    }
}
