using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Api.Refusals;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Trying;

/// <summary>A conversation between two tries; whoever tries keeps it.</summary>
internal sealed record TrialState(
    ConversationState Context, ConversationStatus Status, string? Language, int Turns, DateTimeOffset? Now, IReadOnlyList<HistoryMessage> History)
{
    private const int MaxHistory = 50;

    public static TrialState New { get; } = new(ConversationState.Empty, ConversationStatus.Open, null, 0, null, []);

    /// <returns>The state, or what is wrong with it, by a pointer into the body.</returns>
    public static (TrialState? State, FieldError? Fault) Read(JsonElement json)
    {
        try
        {
            var view = json.Deserialize(TryJson.Context.TryStateView);
            if (view is not { Context.ValueKind: JsonValueKind.Object, Language: not null, Status: not null, History: not null } || view.History.Any(message => message?.Content is null))
            {
                return (null, Fault("", "it needs context, status, language, turns, now and history"));
            }

            var (context, code) = ConversationStateJson.Read(view.Context.GetRawText());
            if (context is null || !Enum.TryParse<ConversationStatus>(view.Status, ignoreCase: true, out var status) || !Enum.IsDefined(status))
            {
                return (null, Fault(context is null ? "/context" : "/status", code ?? $"'{view.Status}' is not a status"));
            }

            return (new(
                context, status, view.Language, Math.Max(0, view.Turns), view.Now,
                [.. view.History.Select(message => new HistoryMessage(Role(message.Role), message.Content, view.Now))]), null);
        }
        catch (JsonException fault)
        {
            return (null, Fault(BodyPointer.Of(fault.Path), "a value has the wrong type"));
        }
    }

    private static FieldError Fault(string pointer, string what) =>
        new($"/state{pointer}", "invalid_state", $"'state' is not one that a try gave: {what}. Send it as the last try gave it, or leave it out.");

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

    private static MessageRole Role(string? role) => role == "user" ? MessageRole.User : MessageRole.Assistant;
}
