using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Testing.Scripts;

/// <summary>Reads scripts. A member that is not known is a fault: a misspelt expectation must not pass for one that holds.</summary>
public static class FlowTestReader
{
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    /// <summary>Never throws on any text.</summary>
    public static FlowTestReading Read(string text)
    {
        text = JsonInput.WellFormed(text);
        if (text.Length > MaxBytes)
        {
            return Refused(1, "The script is too large.", $"At most {MaxBytes} characters are read.");
        }

        try
        {
            using var document = JsonDocument.Parse(text, s_options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Bind(text, document.RootElement)
                : Refused(1, "A script is an object.", "Write { \"name\": ..., \"turns\": [ ... ] }.");
        }
        catch (JsonException fault)
        {
            return Refused((int)(fault.LineNumber ?? 0) + 1, $"This is not JSON: {fault.Message}", "Fix it there.");
        }
    }

    /// <summary>The line, from 1, of what the pointer points to; of what is around it where the script does not have it.</summary>
    public static int LineOf(string text, string pointer) => JsonLines.Of(text.TrimStart('\uFEFF'), pointer);

    private static FlowTestReading Bind(string text, JsonElement json)
    {
        var faults = new List<ConfigurationFault>();
        var test = (FlowTest?)ObjectBinder.Bind(typeof(FlowTest), json, "", faults, name => name == "$schema", _ => false);
        if (faults.Count == 0)
        {
            faults.AddRange(EmptyMembers.Faults(json));
            faults.AddRange(ScriptRules.Faults(test!));
        }

        return new(
            faults.Count == 0 ? test : null,
            [.. faults
                .Select(fault => new FlowTestFault(JsonLines.Of(text, fault.Pointer), fault.Pointer, fault.Message, fault.Fix))
                .OrderBy(fault => fault.Line)]);
    }

    private static FlowTestReading Refused(int line, string message, string fix) => new(null, [new(line, "", message, fix)]);
}
