using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>Who answers a turn, who is compared, what on failure, and what the engines are given.</summary>
public sealed class TurnPlanner(
    StageResolver stages, ConversationEngines engines, UsageGate usage, FlowCache flows, TurnLimits limits, TimeProvider time)
{
    /// <returns>The turn, or why it cannot be run.</returns>
    public async ValueTask<(PlannedTurn? Turn, Refusal? Refusal)> PlanAsync(
        IncomingTurn incoming, TenantSnapshot tenant, QueueTicket ticket, CancellationToken cancellationToken)
    {
        var (caller, request, before, now) = (incoming.Caller, incoming.Request, ticket.Before, time.GetUtcNow());
        if (await usage.RefusalAsync(tenant.Profile, before?.Used, now, cancellationToken) is { } spent)
        {
            return (null, spent);
        }

        var head = before?.Head ?? new ConversationHead(
            ticket.Id, true, ticket.Session ?? $"{Guid.NewGuid():N}", request.UserId, LanguageOf(incoming, tenant, before), now);
        var stage = await stages.ResolveAsync(tenant, head.SessionId, cancellationToken);
        var off = engines.Without(KillSwitchPolicy.Engines(tenant));
        if (TurnRouter.Route(stage.Effective, incoming.Asked, off) is not { } plan)
        {
            return (null, KillSwitchPolicy.NoEngine(tenant, now));
        }

        var isDetour = plan.Engine != TurnRouter.Route(stage.Effective, incoming.Asked).Engine;
        var (input, fault) = Input(incoming, tenant, before, head, plan.Engine, now);
        if (input is null)
        {
            return (null, isDetour ? KillSwitchPolicy.NoEngine(tenant, now) : fault!);
        }

        var claim = incoming.IdempotencyKey is not null || await ExternalEffects.MayHaveAsync(flows, input, cancellationToken)
            ? new TurnClaim(
                tenant.Profile.Key, input.TurnId, head, input.Seq, caller.Name, incoming.IdempotencyKey, incoming.BodyHash, now, now + TurnClaim.Lease(limits))
            : null;
        return (new PlannedTurn(
            input, plan, StageNames.Of(stage.Effective), head, before, claim, caller.Name, incoming.IdempotencyKey, incoming.BodyHash)
        {
            Decision = isDetour ? stage with { Source = StageDecision.KillSwitch } : stage,
            Handover = Handover.Decide(before, plan.Engine),
            CandidateFlow = plan.Candidate == EngineName.V2 ? FlowChoice.Choose(tenant, request.Flow, null, before?.Flow).Flow : null,
        }, null);
    }

    private static string LanguageOf(IncomingTurn incoming, TenantSnapshot tenant, LoadedConversation? before) =>
        incoming.Request.Language ?? before?.Language ?? tenant.Profile.Language;

    private static (TurnInput? Input, Refusal? Refusal) Input(
        IncomingTurn incoming, TenantSnapshot tenant, LoadedConversation? before, ConversationHead head, EngineName engine, DateTimeOffset now)
    {
        var request = incoming.Request;
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
            Language = LanguageOf(incoming, tenant, before),
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
}
