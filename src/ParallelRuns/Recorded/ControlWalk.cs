using System.Globalization;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>A recorded conversation as the control has it: what it said and where it stands, turn by turn.</summary>
internal sealed class ControlWalk(PlayPlan plan, RecordedTalk talk)
{
    private const int SessionLength = 64;

    private readonly Guid _conversation = NamedId.From(talk.Id);
    private readonly List<HistoryMessage> _history = [];
    private readonly IReadOnlyDictionary<string, FlowVersionRef> _flows = plan.Tenant.ActiveFlows;
    private ConversationState _state = ConversationState.Empty;
    private ConversationStatus _status = ConversationStatus.Open;
    private string _language = talk.Language ?? plan.Tenant.Profile.Language;
    private FlowVersionRef? _flow;
    private int _seq;

    /// <summary>What was said until now, oldest first.</summary>
    public IReadOnlyList<HistoryMessage> History => [.. _history];

    public TurnInput Next(string message, DateTimeOffset now)
    {
        _seq++;
        var waits = _status == ConversationStatus.Waiting && _state.Walk is not null;
        return new()
        {
            Tenant = plan.Tenant.Profile,
            ConversationId = _conversation,
            TurnId = NamedId.From(string.Create(CultureInfo.InvariantCulture, $"{talk.Id}\n{_seq}")),
            Seq = _seq,
            Now = now,
            SessionId = talk.Id.Length <= SessionLength ? talk.Id : _conversation.ToString(),
            Message = message,
            Language = _language,
            Metadata = talk.Metadata,
            State = waits ? _state : _state with { Walk = null },
            Status = _status,
            Flow = plan.Control == EngineName.V2 ? FlowChoice.Choose(plan.Tenant, plan.Flow, waits ? _flow : null, _flow).Flow : null,
            ActiveFlows = _flows,
            IsFirstTurn = _seq == 1,
        };
    }

    /// <param name="outcome">Null where the engine gave none.</param>
    public void Advance(TurnInput turn, TurnOutcome? outcome)
    {
        _history.Add(new(MessageRole.User, turn.Message!, turn.Now));
        if (outcome is not null)
        {
            _history.AddRange(outcome.Messages.Select(said => new HistoryMessage(said.Role, said.Content, turn.Now)));
            (_state, _status, _language, _flow) = (outcome.State, outcome.Status, outcome.Language, outcome.Flow ?? _flow);
        }
    }
}
