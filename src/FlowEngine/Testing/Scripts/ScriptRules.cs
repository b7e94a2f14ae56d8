using System.Reflection;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Testing.Scripts;

/// <summary>Rules of a script that span several of its members.</summary>
internal static class ScriptRules
{
    /// <summary>In <c>failure</c>: the turn must not fail.</summary>
    public const string NoFailure = "none";

    private const int MaxTurns = 500;

    private static readonly string[] s_codes =
        [.. typeof(FailureCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    public static IEnumerable<ConfigurationFault> Faults(FlowTest test)
    {
        if (test.Language is { } language && !LanguageTag.IsCode(language))
        {
            yield return new("/language", $"'{language}' is not a language.", "Write an ISO 639-1 code, such as en.");
        }

        if (test.Turns.Count is 0 or > MaxTurns)
        {
            yield return new("/turns", $"A script has 1 to {MaxTurns} turns.", "Say something first: { \"say\": \"...\" }.");
        }

        foreach (var fault in Turns(test).Concat(Models(test.StandIns)).Concat(Codes(test)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<ConfigurationFault> Turns(FlowTest test)
    {
        for (var i = 0; i < test.Turns.Count; i++)
        {
            var turn = test.Turns[i];
            if (new object?[] { turn.Say, turn.Choose, turn.Advance }.Count(part => part is not null) != 1)
            {
                yield return new($"/turns/{i}", "A turn has exactly one of 'say', 'choose' and 'advance'.", "Make two turns of it, or add what is missing.");
            }

            foreach (var name in turn.Expect.Variables?.Keys ?? [])
            {
                if (VariablePath.TryParse(name) is null)
                {
                    yield return new($"/turns/{i}/expect/variables/{name}", $"'{name}' is not a variable.", "Write walk.name, conversation.name or name.");
                }
            }
        }
    }

    private static IEnumerable<ConfigurationFault> Models(StandIns standIns)
    {
        for (var i = 0; i < standIns.Model.Count; i++)
        {
            if (standIns.Model[i] is { Answer: null, Fails: null } or { Answer: not null, Fails: not null })
            {
                yield return new($"/stand_ins/model/{i}", "A model has either an 'answer' or 'fails'.", "Give it one of them.");
            }
        }
    }

    private static IEnumerable<ConfigurationFault> Codes(FlowTest test) =>
        test.StandIns.Model.Select((part, i) => (Pointer: $"/stand_ins/model/{i}/fails", Code: part.Fails))
            .Concat(test.StandIns.Http.Select((part, i) => (Pointer: $"/stand_ins/http/{i}/fails", Code: part.Fails)))
            .Concat(test.StandIns.Nodes.Select((part, i) => (Pointer: $"/stand_ins/nodes/{i}/fails", Code: (string?)part.Fails)))
            .Concat(test.Turns.Select((turn, i) => (Pointer: $"/turns/{i}/expect/failure", Code: turn.Expect.Failure == NoFailure ? null : turn.Expect.Failure)))
            .Where(entry => entry.Code is not null && !s_codes.Contains(entry.Code, StringComparer.Ordinal))
            .Select(entry => new ConfigurationFault(
                entry.Pointer,
                $"'{entry.Code}' is not a failure code.",
                Spelling.Nearest(entry.Code!, s_codes) is { } near ? $"Did you mean '{near}'?" : $"There are {string.Join(", ", s_codes)}."));
}
