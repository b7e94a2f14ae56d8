using System.Text;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Database;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>A turn as its candidate is given it.</summary>
/// <param name="Own">The state that it goes on from; null where it is re-synchronised with the control before each turn.</param>
public sealed record CandidateTurn(TurnInput Input, IConversationHistory History, FreeState? Own);

/// <summary>What a candidate is given, by its mode; it shares nothing that the control could see.</summary>
public sealed class CandidateTurns(ISqlReads reads)
{
    public const string Resync = "resync";
    public const string Free = "free";

    /// <returns>Null where the candidate that goes on from its own state has not seen the turns before.</returns>
    public CandidateTurn? Of(LeasedComparison run, CandidateInput given, TenantSnapshot tenant)
    {
        if (run.Mode == Free)
        {
            return FreeRunning(run, given, tenant);
        }

        var input = Input(run, given, tenant);
        var (shared, _) = ConversationStateJson.Read(given.Before);
        shared ??= ConversationState.Empty;
        if (run.IsControlAgain)
        {
            // Exactly what the control had; a wait that another engine's answer went past is over.
            var same = given.Status == ConversationStatus.Waiting ? shared : shared with { Walk = null };
            return new(input with { State = same, Status = given.Status, IsFirstTurn = given.IsFirstTurn }, History(run), null);
        }

        var known = Known(run);
        return new(
            input with
            {
                // V1 asked nothing, so nothing waits: a new walk, with all that is known of the user.
                State = new ConversationState
                {
                    Vars = known is null ? shared.Vars : Over(shared.Vars, known.Vars),
                    Personal = (shared.Personal, known?.Personal) is (null, null)
                        ? null
                        : [.. (shared.Personal ?? []).Union(known?.Personal ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                },
                Status = ConversationStatus.Open,
                IsFirstTurn = known is null && given.IsFirstTurn,
            },
            History(run),
            null);
    }

    /// <summary>The candidate's state after the turn as it is stored; null where there is none to keep.</summary>
    public static string? StateAfter(LeasedComparison run, CandidateTurn turn, RanCandidate ran)
    {
        if (ran.Outcome is not { } outcome)
        {
            return null;
        }

        var context = outcome.StateJson is { } json ? Encoding.UTF8.GetString(json) : null;
        return turn.Own is { } own ? CandidateJson.Write(own.After(turn.Input, outcome, context))
            : run.IsControlAgain || run.Candidate != "v2" ? null
            : context ?? Encoding.UTF8.GetString(ConversationStateJson.Write(turn.Input.State));
    }

    private static CandidateTurn? FreeRunning(LeasedComparison run, CandidateInput given, TenantSnapshot tenant)
    {
        var own = run.State is { } stored && stored.AfterSeq == run.Seq - 1 ? CandidateJson.Free(stored.State)
            : run.Seq == 1 ? FreeState.New(given.Language)
            : null;
        if (own is null)
        {
            return null;
        }

        var (state, _) = ConversationStateJson.Read(own.Context);
        var waits = own.Status == ConversationStatus.Waiting && state?.Walk is not null;
        var input = Input(run, given, tenant) with
        {
            State = waits ? state! : (state ?? ConversationState.Empty) with { Walk = null },
            Status = own.Status,
            Language = own.Language,
            Flow = waits && own.Flow is not null ? own.Flow : given.Flow,
            IsFirstTurn = run.Seq == 1 && given.IsFirstTurn,
        };
        return new(input, new OwnHistory(own.History), own);
    }

    private HistoryBefore History(LeasedComparison run) => new(reads, run.TurnId);

    /// <summary>By the turn before, else it is of another time.</summary>
    private static ConversationState? Known(LeasedComparison run) =>
        run.State is { } stored && stored.AfterSeq == run.Seq - 1 ? ConversationStateJson.Read(stored.State).State : null;

    private static Dictionary<string, Value> Over(IReadOnlyDictionary<string, Value> shared, IReadOnlyDictionary<string, Value> own)
    {
        var all = new Dictionary<string, Value>(shared, StringComparer.Ordinal);
        foreach (var (name, value) in own)
        {
            all[name] = value;
        }

        return all;
    }

    private static TurnInput Input(LeasedComparison run, CandidateInput given, TenantSnapshot tenant) => new()
    {
        Tenant = tenant.Profile,
        ConversationId = run.ConversationId,
        TurnId = run.TurnId,
        Seq = run.Seq,
        Now = given.Now,
        SessionId = given.SessionId,
        UserId = given.UserId,
        Message = given.Message,
        Language = given.Language,
        Metadata = given.Metadata ?? new Dictionary<string, string>(),
        Flow = run.Candidate == "v2" ? given.Flow : null,
        ActiveFlows = tenant.ActiveFlows,
        Assistant = given.Assistant ?? AssistantReference.None,
    };
}
