using System.Text.Json;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Testing.Scripts;

/// <summary>Expectations without a value: they are read as absent, so what they seem to expect would not be looked at.</summary>
internal static class EmptyMembers
{
    /// <summary>Members whose values are variables', which may be empty.</summary>
    private static readonly string[] s_values = ["variables", "payload"];

    public static IEnumerable<ConfigurationFault> Faults(JsonElement json) =>
        json.TryGetProperty("turns", out var turns) ? Faults(turns, "/turns") : [];

    private static IEnumerable<ConfigurationFault> Faults(JsonElement json, string pointer)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return json.EnumerateObject()
                    .Where(member => !s_values.Contains(member.Name, StringComparer.Ordinal))
                    .SelectMany(member => LenientJson.IsAbsent(member.Value)
                        ? [Fault(JsonPointer.Append(pointer, member.Name), member.Name)]
                        : Faults(member.Value, JsonPointer.Append(pointer, member.Name)));
            case JsonValueKind.Array:
                return json.EnumerateArray().SelectMany((item, i) => Faults(item, JsonPointer.Append(pointer, i)));
            default:
                return [];
        }
    }

    private static ConfigurationFault Fault(string pointer, string name) => new(
        pointer,
        $"'{name}' is empty, so nothing would be looked at.",
        "Leave it out. That nothing is said is message_count 0, that nothing is done effect_count 0.");
}
