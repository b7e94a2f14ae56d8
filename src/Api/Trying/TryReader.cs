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
    private const string Variable = "variables";

    public static (TryAsked? Asked, ApiProblem? Problem) Read(TryBody body)
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

    private static IEnumerable<FieldError> Faults(TryBody body, TrialState? state)
    {
        var timeout = body.Timeout == true;
        if (body.Node is null && body.Message is null != timeout)
        {
            yield return new("/message", "message_or_timeout", "A turn has either a 'message' or 'timeout': true.");
        }

        if (timeout && body.Node is null && state is { Context.Walk: null })
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
                faults.Add(new($"/{Variable}/{BodyPointer.Escaped(name)}", "invalid_name", TryVariable.Fault(name)));
            }
        }

        return variables;
    }
}
