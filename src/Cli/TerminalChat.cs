using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;

namespace FlowEngine.Cli;

/// <summary>A conversation in memory: turns by the real engine, of which nothing is stored and nothing is sent.</summary>
internal sealed class TerminalChat(
    IConversationEngine engine, TenantSnapshot tenant, FlowVersionRef flow, SessionHistory history, string? language, TimeProvider time)
{
    private Guid _conversation = Guid.CreateVersion7();
    private ConversationStatus _status = ConversationStatus.Open;
    private string _language = language ?? tenant.Profile.Language;
    private int _seq;

    public ConversationState State { get; private set; } = ConversationState.Empty;

    public async Task<TurnOutcome> SayAsync(string message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var outcome = await engine.RunAsync(
            new TurnInput
            {
                Tenant = tenant.Profile,
                ConversationId = _conversation,
                TurnId = Guid.CreateVersion7(now),
                Seq = ++_seq,
                Now = now,
                SessionId = "terminal",
                Message = message,
                Language = _language,
                State = State,
                Status = _status,
                Flow = flow,
                ActiveFlows = new Dictionary<string, FlowVersionRef>(tenant.ActiveFlows, StringComparer.Ordinal) { [flow.Name] = flow },
                IsFirstTurn = _seq == 1,
            },
            NoReplyStream.Instance,
            cancellationToken);
        (State, _status, _language) = (outcome.State, outcome.Status, outcome.Language);
        history.Add(MessageRole.User, message, now);
        foreach (var said in outcome.Messages)
        {
            history.Add(said.Role, said.Content, now);
        }

        return outcome;
    }

    public void Restart()
    {
        (_conversation, State, _status, _seq) = (Guid.CreateVersion7(), ConversationState.Empty, ConversationStatus.Open, 0);
        _language = language ?? tenant.Profile.Language;
        history.Clear();
    }
}
