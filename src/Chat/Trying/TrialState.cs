using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Trying;

/// <summary>A conversation between two tries; whoever tries keeps it.</summary>
public sealed record TrialState(
    ConversationState Context, ConversationStatus Status, string? Language, int Turns, DateTimeOffset? Now, IReadOnlyList<HistoryMessage> History)
{
    private const int MaxHistory = 50;

    public static TrialState New { get; } = new(ConversationState.Empty, ConversationStatus.Open, null, 0, null, []);

    public TrialState After(TurnInput turn, TurnOutcome outcome)
    {
        var said = outcome.Messages.Select(message => new HistoryMessage(message.Role, message.Content, turn.Now));
        var history = turn.Message is { } text ? History.Append(new(MessageRole.User, text, turn.Now)).Concat(said) : History.Concat(said);
        return new(outcome.State, outcome.Status, outcome.Language, turn.Seq, turn.Now, [.. history.TakeLast(MaxHistory)]);
    }

    /// <param name="names">Values by <c>walk.x</c>, <c>conversation.x</c> or <c>x</c>; a walk that does not wait has no variables of its own.</param>
    public TrialState With(IReadOnlyDictionary<VariablePath, Value> names)
    {
        var conversation = new Dictionary<string, Value>(Context.Vars, StringComparer.Ordinal);
        var walk = new Dictionary<string, Value>(Context.Walk?.Frames[^1].Vars ?? new Dictionary<string, Value>(), StringComparer.Ordinal);
        foreach (var (path, value) in names)
        {
            (path.Root == VariableRoot.Walk ? walk : conversation)[path.Name] = value;
        }

        return this with
        {
            Context = Context with
            {
                Vars = conversation,
                Walk = Context.Walk is { } waiting
                    ? waiting with { Frames = [.. waiting.Frames.SkipLast(1), waiting.Frames[^1] with { Vars = walk }] }
                    : null,
            },
        };
    }

    public TryStateView View() => new(
        JsonElement.Parse(ConversationStateJson.Write(Context)),
        EnumNames.For(Status),
        Language ?? "",
        Turns,
        Now ?? default,
        [.. History.Select(message => new TryMessageView(EnumNames.For(message.Role), message.Content))]);
}
