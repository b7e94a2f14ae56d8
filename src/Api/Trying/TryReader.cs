using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Trying;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Api.Trying;

/// <summary>What is asked for, checked.</summary>
/// <param name="Document">JSON; null: the stored version.</param>
internal sealed record TryAsked(
    TrialState State, string? Message, string? Language, IReadOnlyDictionary<VariablePath, Value> Variables, string? NodeId, string? Document);

internal static class TryReader
{
    private const int MaxMessage = 10_000;
    private const string State = "state";
    private const string Variable = "variables";
    private const string Document = "document";

    public static (TryAsked? Asked, ApiProblem? Problem) Read(ReadOnlyMemory<byte> bytes)
    {
        var (json, problem) = JsonBody.Parse(bytes, TryJson.Depth, nulIn: name => name != Document);
        if (json is not { } body)
        {
            return (null, problem);
        }

        var members = new BodyMembers(body, []).Known("message", "timeout", State, Variable, "language", "node", Document);
        var asked = new TryBody
        {
            Message = Text(members, "message"),
            Timeout = members.Flag("timeout") ?? false,
            State = members.Object(State, "an object, as an earlier try gave it"),
            Variables = members.Object(Variable, "an object of values by name, such as { \"walk.x\": 1 }")?.EnumerateObject()
                .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal),
            Language = Text(members, "language"),
            Node = Text(members, "node"),
            Document = members.TryGet(Document, out var document) ? document : null,
        };
        return members.Errors.Count > 0 ? (null, ApiProblems.InvalidRequest(members.Errors)) : Check(asked);
    }

    private static (TryAsked? Asked, ApiProblem? Problem) Check(TryBody body)
    {
        var (state, wrong) = body.State is { } json ? TrialStateReader.Read(json) : (TrialState.New, null);
        var faults = Faults(body, state).ToList();
        if (wrong is not null)
        {
            faults.Add(wrong);
        }

        var variables = Variables(body.Variables, faults);
        return faults.Count > 0
            ? (null, ApiProblems.InvalidRequest(faults))
            : (new(state!, body.Message, body.Language, variables, body.Node, body.Document?.GetRawText()), null);
    }

    private static string? Text(BodyMembers members, string name)
    {
        if (!members.TryGet(name, out var value) || value.ValueKind == JsonValueKind.String)
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }

        members.Fault(name, "wrong_type", $"'{name}' must be text.");
        return null;
    }

    private static IEnumerable<FieldError> Faults(TryBody body, TrialState? state)
    {
        if (body.Message is { } message && (message.Length == 0 || UnicodeText.Length(message) > MaxMessage))
        {
            yield return new("/message", "invalid_message", $"'message' must have 1 to {MaxMessage} characters.");
        }

        if (body.Node is null && body.Message is null != body.Timeout)
        {
            yield return new("/message", "message_or_timeout", "A turn has either a 'message' or 'timeout': true.");
        }

        if (body.Timeout && body.Node is null && state is { Context.Walk: null })
        {
            yield return new("/timeout", "not_waiting", "Nothing waits in 'state', so nothing can time out.");
        }

        if (body.Language is { } language && !LanguageTag.IsCode(language))
        {
            yield return new("/language", "invalid_language", $"'{language}' is not a language. Send an ISO 639-1 code, such as \"en\".");
        }
    }

    private static Dictionary<VariablePath, Value> Variables(IReadOnlyDictionary<string, JsonElement>? given, List<FieldError> faults)
    {
        var variables = new Dictionary<VariablePath, Value>();
        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>())
        {
            if (TryVariable.Parse(name) is { } path)
            {
                variables[path] = Value.FromJson(value);
            }
            else
            {
                faults.Add(new($"/{Variable}/{BodyMembers.Escaped(name)}", "invalid_name", TryVariable.Fault(name)));
            }
        }

        return variables;
    }
}
