using System.Text.Json;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.Bodies;

/// <summary>NUL characters, which no database stores in text.</summary>
internal static class NulCharacters
{
    private const string Escape = "\\u0000";

    /// <param name="isChecked">Of the names of the body's own members.</param>
    public static IReadOnlyList<FieldError> Faults(JsonElement body, Func<string, bool> isChecked)
    {
        List<FieldError> faults = [];
        foreach (var member in body.EnumerateObject().Where(member => isChecked(member.Name)))
        {
            // Only an escape can stand for it: JSON does not allow the character itself.
            if (member.Name.Contains('\0') || member.Value.GetRawText().Contains(Escape, StringComparison.Ordinal))
            {
                Add(member, "", faults);
            }
        }

        return faults;
    }

    private static void Add(JsonProperty member, string path, List<FieldError> faults)
    {
        var pointer = $"{path}/{BodyPointer.Escaped(member.Name)}";
        if (member.Name.Contains('\0'))
        {
            faults.Add(Fault(pointer, member.Name));
        }

        Add(member.Value, pointer, member.Name, faults);
    }

    private static void Add(JsonElement value, string pointer, string name, List<FieldError> faults)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when value.GetString()!.Contains('\0'):
                faults.Add(Fault(pointer, name));
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Add(item, $"{pointer}/{index}", name, faults);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(member, pointer, faults);
                }

                break;
        }
    }

    private static FieldError Fault(string pointer, string name) => new(pointer, "nul_character", $"'{name.Replace('\0', '?')}' has a NUL character.");
}
