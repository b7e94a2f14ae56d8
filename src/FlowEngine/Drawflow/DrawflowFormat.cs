using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Drawflow.Repairing;

namespace FlowEngine.Drawflow;

/// <summary>
/// Writes a flow as a complete export that the editor opens and a person reads: what a hand-written flow leaves out is added, connections are
/// recorded at both ends, and nodes without positions are laid out. Formatting a formatted flow changes nothing.
/// </summary>
public static class DrawflowFormat
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <returns>The text, ending in a line feed, and what was repaired.</returns>
    public static (string Text, IReadOnlyList<string> Changes) Format(DrawflowDocument document, DrawflowLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (repaired, changes) = DrawflowRepair.Repair(document, limits);
        var standard = JsonObject.Create(repaired.Root)!;
        if (changes.Count > 0)
        {
            Layout.Apply(standard, document);
        }

        return (RelaxedJson.Readable(standard.ToJsonString(s_readable)) + "\n", changes);
    }
}
