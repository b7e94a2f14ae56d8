using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Trying;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Trying;

/// <summary>Reads the state that a try gave, as the next one sends it.</summary>
internal static class TrialStateReader
{
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

    private static MessageRole Role(string? role) => role == "user" ? MessageRole.User : MessageRole.Assistant;
}
