using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Tests.Text;

/// <summary>Scopes as a turn would give them.</summary>
internal static class Scopes
{
    public static TextScope Of(string message, params (string Name, Value Value)[] walk) => In("tr", message, walk);

    public static TextScope In(string language, string message, params (string Name, Value Value)[] walk)
    {
        var variables = new Variables(
            new VariableScope(walk.ToDictionary(pair => pair.Name, pair => pair.Value)),
            new VariableScope(new Dictionary<string, Value> { ["name"] = Value.Of("Işıl") }),
            new ReadOnlyVariables(Value.Of(message), Value.Null, Value.Null, Value.Of("2026-03-02T09:30:00+03:00")));
        return new TextScope(variables, language, ["tr", "en"], "TRY", TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul"));
    }
}
