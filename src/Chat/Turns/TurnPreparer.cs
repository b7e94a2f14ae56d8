using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using Microsoft.Extensions.Options;

namespace FlowEngine.Chat.Turns;

/// <summary>Decides everything that can refuse a turn, and reads the snapshot that its engine is given.</summary>
public sealed class TurnPreparer(
    ITurnReader reader,
    ITurnWriter writer,
    FlowCache flows,
    StageResolver stages,
    ConversationEngines engines,
    ConversationLocks locks,
    SessionConversations sessions,
    TenantDirectory tenants,
    UsageGate usage,
    IOptionsMonitor<ChatOptions> options,
    TimeProvider time)
{
    /// <summary>How often a message looks whether another process has run the time-out that stands before it.</summary>
    private const int LooksAtTimeout = 20;
    private static readonly TimeSpan s_timeoutPause = TimeSpan.FromMilliseconds(100);

    private TimeSpan IdleTime => TimeSpan.FromDays(options.CurrentValue.Conversations.IdleDays);

    /// <param name="dueTimeout">Runs the time-out of a wait that has passed before a late message is handled; a client that leaves does not end it.</param>
    public async Task<Preparation> PrepareAsync(
        IncomingTurn incoming, Func<TenantSnapshot, LoadedConversation, Task> dueTimeout, CancellationToken cancellationToken)
    {
        var tenant = incoming.Caller.Tenant;
        if (Stopped(tenant) is { } stopped)
        {
            return new Preparation.Refused(stopped);
        }

        if (incoming.IdempotencyKey is { } key
            && await reader.AnsweredAsync(tenant.Profile.Key, incoming.Caller.Name, key, incoming.BodyHash, cancellationToken) is { } earlier
            && Judge(earlier) is { } known)
        {
            return known;
        }

        var place = await EnterAsync(incoming, cancellationToken);
        var handedOver = false;
        try
        {
            // The tenant's stamp was read with the conversation: what changed since the caller was let in counts.
            if (await tenants.FindAsync(tenant.Profile.Key.TenantId, cancellationToken) is not { } current)
            {
                return new Preparation.Refused(Refusal.NotFound("The key's tenant has no such data."));
            }

            var asked = incoming with { Caller = incoming.Caller with { Tenant = current } };
            var preparation = await DecideAsync(asked, place, dueTimeout, cancellationToken);
            handedOver = preparation is Preparation.Ready;
            return preparation;
        }
        finally
        {
            if (!handedOver)
            {
                place.Lock.Dispose();
            }
        }
    }

    private Refusal? Stopped(TenantSnapshot tenant) =>
        options.CurrentValue.ChatDisabled || tenant.Profile.Settings.ChatDisabled
            ? SwitchedTenant.ChatDisabled()
            : SwitchedTenant.RefusalOf(tenant, time.GetUtcNow());

    /// <summary>
    /// The place in the queue of the conversation, and the conversation as it is when the turn is first in the queue. A turn that may begin its
    /// session's first one stands in the session's queue too: a claim shows the new conversation to others before its first turn is saved.
    /// </summary>
    private async Task<Place> EnterAsync(IncomingTurn incoming, CancellationToken cancellationToken)
    {
        var tenant = incoming.Caller.Tenant.Profile.Key;
        var session = SessionOf(incoming);
        if (incoming.Request.ConversationId is { } named)
        {
            return await AtAsync(named, () => reader.ConversationAsync(tenant, named, cancellationToken), before => new(named, named, session, before), cancellationToken);
        }

        if (session is null)
        {
            var id = Guid.CreateVersion7(time.GetUtcNow());
            return await AtAsync(id, () => Task.FromResult<LoadedConversation?>(null), _ => new(null, id, session, null), cancellationToken);
        }

        var place = await GuessedAsync(tenant, session, cancellationToken) ?? await FirstAsync(tenant, session, cancellationToken);
        sessions.Keep(tenant, session, place.Id);
        return place;
    }

    /// <summary>Null where the session is in no conversation that is known here, or in another one by now.</summary>
    private async Task<Place?> GuessedAsync(TenantKey tenant, string session, CancellationToken cancellationToken)
    {
        if (sessions.Guess(tenant, session) is not { } guess)
        {
            return null;
        }

        var place = await AtAsync(guess, () => NewestAsync(tenant, session, cancellationToken), before => new(guess, guess, session, before), cancellationToken);
        if (place.Before?.Head.PublicId == guess)
        {
            return place;
        }

        place.Lock.Dispose();
        return null;
    }

    private async Task<Place> FirstAsync(TenantKey tenant, string session, CancellationToken cancellationToken)
    {
        var first = await locks.EnterAsync($"{tenant.TenantId}/{session}", cancellationToken);
        try
        {
            if (await NewestAsync(tenant, session, cancellationToken) is { Head.PublicId: var known })
            {
                // What was read before the turn was first in the conversation's queue may be old.
                var place = await AtAsync(known, () => reader.ConversationAsync(tenant, known, cancellationToken), before => new(known, known, session, before), cancellationToken);
                first.Dispose();
                return place;
            }

            var id = Guid.CreateVersion7(time.GetUtcNow());
            var begun = await AtAsync(id, () => Task.FromResult<LoadedConversation?>(null), _ => new(null, id, session, null), cancellationToken);
            return begun with { Lock = new BothPlaces(first, begun.Lock) };
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    private async Task<Place> AtAsync(
        Guid conversation, Func<Task<LoadedConversation?>> read, Func<LoadedConversation?, Place> place, CancellationToken cancellationToken)
    {
        var held = await locks.EnterAsync(conversation.ToString(), cancellationToken);
        try
        {
            return place(await read()) with { Lock = held };
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private Task<LoadedConversation?> NewestAsync(TenantKey tenant, string session, CancellationToken cancellationToken) =>
        reader.NewestOfSessionAsync(tenant, session, time.GetUtcNow() - IdleTime, cancellationToken);

    private async Task<Preparation> DecideAsync(
        IncomingTurn incoming, Place place, Func<TenantSnapshot, LoadedConversation, Task> dueTimeout, CancellationToken cancellationToken)
    {
        var (caller, request, before, tenant) = (incoming.Caller, incoming.Request, place.Before, incoming.Caller.Tenant);
        if ((Stopped(tenant) ?? RefusalOf(incoming, place, before)) is { } refusal)
        {
            return new Preparation.Refused(refusal);
        }

        // While V2 is switched off nothing times out: another engine's answer ends the wait.
        var off = engines.Without(SwitchedTenant.Engines(tenant));
        for (var looks = 0; before is not null && !off.V2 && before.IsDue(time.GetUtcNow()); looks++)
        {
            if (looks == LooksAtTimeout)
            {
                return new Preparation.Refused(TurnRefusals.ConversationBusy());
            }

            if (looks > 0)
            {
                await Task.Delay(s_timeoutPause, time, cancellationToken);
            }

            await dueTimeout(tenant, before);
            before = await reader.ConversationAsync(tenant.Profile.Key, place.Id, cancellationToken);
        }

        var now = time.GetUtcNow();
        if (await usage.RefusalAsync(tenant.Profile, before?.Used, now, cancellationToken) is { } spent)
        {
            return new Preparation.Refused(spent);
        }

        var language = request.Language ?? before?.Language ?? tenant.Profile.Language;
        var head = before?.Head ?? new ConversationHead(
            place.Id, true, place.Session ?? $"{Guid.NewGuid():N}", request.UserId, language, now);
        var stage = await stages.ResolveAsync(tenant, head.SessionId, cancellationToken);
        if (TurnRouter.Route(stage.Effective, incoming.Asked, off) is not { } plan)
        {
            return new Preparation.Refused(SwitchedTenant.NoEngine(tenant, now));
        }

        var isDetour = plan.Engine != TurnRouter.Route(stage.Effective, incoming.Asked).Engine;
        var (input, fault) = Input(incoming, before, head, plan.Engine, language, now);
        if (input is null)
        {
            return new Preparation.Refused(isDetour ? SwitchedTenant.NoEngine(tenant, now) : fault!);
        }

        var claim = await NeedsClaimAsync(incoming, input, cancellationToken)
            ? new TurnClaim(
                tenant.Profile.Key, input.TurnId, head, input.Seq, caller.Name, incoming.IdempotencyKey, incoming.BodyHash, now, now + options.CurrentValue.Limits.ClaimLease)
            : null;
        if (claim is not null && Judge(await writer.ClaimAsync(claim, cancellationToken)) is { } judged)
        {
            return judged;
        }

        return new Preparation.Ready(new PreparedTurn(
            input, plan, StageText.Of(stage.Effective), head, before, claim, caller.Name, incoming.IdempotencyKey, incoming.BodyHash, place.Lock)
        {
            Decision = isDetour ? stage with { Source = StageDecision.KillSwitch } : stage,
            Handover = Handover.Decide(before, plan.Engine),
            CandidateFlow = plan.Candidate == EngineName.V2 ? FlowChoice.Choose(tenant, request.Flow, null, before?.Flow).Flow : null,
        });
    }

    private Refusal? RefusalOf(IncomingTurn incoming, Place place, LoadedConversation? before)
    {
        if (before is null)
        {
            return place.Conversation is null ? null : TurnRefusals.ConversationNotFound();
        }

        if (incoming.Caller.SessionId is { } own && before.Head.SessionId != own)
        {
            return TurnRefusals.ConversationNotFound();
        }

        if (place.Session is { } session && before.Head.SessionId != session)
        {
            return Refusal.Invalid(
                [new("/sessionId", "session_mismatch", "The conversation belongs to another session: leave 'sessionId' out, or send the conversation's own.")]);
        }

        return before.Status == ConversationStatus.Closed || before.IsIdle(time.GetUtcNow(), IdleTime)
            ? TurnRefusals.ConversationClosed()
            : null;
    }

    private static (TurnInput? Input, Refusal? Refusal) Input(
        IncomingTurn incoming, LoadedConversation? before, ConversationHead head, EngineName engine, string language, DateTimeOffset now)
    {
        var (tenant, request) = (incoming.Caller.Tenant, incoming.Request);
        var input = new TurnInput
        {
            Tenant = tenant.Profile,
            ConversationId = head.PublicId,
            TurnId = TurnIds.New(tenant.Profile.Key, incoming.Caller.Name, incoming.IdempotencyKey, incoming.BodyHash, now),
            Seq = (before?.LastSeq ?? 0) + 1,
            Now = now,
            SessionId = head.SessionId,
            UserId = request.UserId ?? head.UserId,
            Message = request.Content,
            Language = language,
            Metadata = request.Metadata,
            Status = before?.Status ?? ConversationStatus.Open,
            IsFirstTurn = before is null or { IsUnused: true },
            Assistant = before?.Assistant ?? AssistantReference.None,
            ActiveFlows = tenant.ActiveFlows,
        };
        if (engine == EngineName.V1)
        {
            return (input, null);
        }

        var waiting = before?.Status == ConversationStatus.Waiting ? before.Flow : null;
        var (flow, fault) = FlowChoice.Choose(tenant, request.Flow, waiting, before?.Flow);
        return flow is null ? (null, fault) : (input with { Flow = flow }, null);
    }

    private async ValueTask<bool> NeedsClaimAsync(IncomingTurn incoming, TurnInput input, CancellationToken cancellationToken) =>
        incoming.IdempotencyKey is not null || await ExternalEffects.MayHaveAsync(flows, input, cancellationToken);

    private static string? SessionOf(IncomingTurn incoming) => incoming.Caller.SessionId ?? incoming.Request.SessionId;

    /// <returns>Null where the turn may go on.</returns>
    private static Preparation? Judge(ClaimResult result) => result switch
    {
        ClaimResult.Answered answered => new Preparation.Answered(answered.ReplyJson),
        ClaimResult.InFlight flight => new Preparation.Refused(TurnRefusals.InFlight(flight.TurnId)),
        ClaimResult.OtherBody other => new Preparation.Refused(TurnRefusals.KeyReused(other.TurnId)),
        ClaimResult.Conflict => new Preparation.Refused(TurnRefusals.ConversationBusy()),
        _ => null,
    };

    /// <param name="Conversation">Null where the turn begins one, which gets <paramref name="Id"/>.</param>
    private sealed record Place(Guid? Conversation, Guid Id, string? Session, LoadedConversation? Before)
    {
        public IDisposable Lock { get; init; } = NoPlace.Instance;
    }
}
