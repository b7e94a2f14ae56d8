using System.Globalization;
using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Reads nodes of any legacy shape and gives each an id that the flow can have.</summary>
internal sealed class LegacyNodeReader(DrawflowLimits limits, ImportReport report)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    public List<LegacyNode> Read(LegacySource source)
    {
        var pointer = JsonPointer.Append(source.Pointer, "nodes");
        var entries = (source.Nodes.IsObject()
            ? source.Nodes.EnumerateObject().Select(member => (Key: (string?)member.Name, member.Value, Pointer: JsonPointer.Append(pointer, member.Name)))
            : source.Nodes.EnumerateArray().Select((node, index) => (Key: (string?)null, Value: node, Pointer: JsonPointer.Append(pointer, index)))).ToList();
        _written.UnionWith(entries.Select(entry => Written(entry.Key, entry.Value)).OfType<string>());
        var nodes = new List<LegacyNode>();
        foreach (var (key, node, place) in entries)
        {
            if (node.IsObject())
            {
                nodes.Add(Read(Written(key, node), node, place));
            }
            else if (node.IsPresent())
            {
                report.Add("node_unreadable", ImportSeverity.Decision, null, place, "An entry of the nodes is not a JSON object.", "It is left out: say whether a node is missing.");
            }
        }

        return nodes;
    }

    private LegacyNode Read(string? written, JsonElement node, string pointer)
    {
        var id = Id(written, pointer);
        var (config, place, fault) = LegacyConfigShape.Of(node, pointer);
        if (fault is not null)
        {
            report.Add("configuration_unreadable", ImportSeverity.Decision, id, place, fault, "The node has no settings: write them.");
        }

        var position = node.Member("position");
        return new(
            id,
            string.IsNullOrWhiteSpace(written) ? null : written,
            Type(node),
            node.Member("name").Text() ?? node.Member("label").Text() ?? node.Member("data").Member("label").Text(),
            config,
            pointer,
            place,
            Number(position.Member("x")) ?? Number(node.Member("pos_x")) ?? Number(node.Member("x")),
            Number(position.Member("y")) ?? Number(node.Member("pos_y")) ?? Number(node.Member("y")));
    }

    private static string? Written(string? key, JsonElement node) => key ?? NodeIdText.Of(node.Member("id"));

    private static string Type(JsonElement node) =>
        (node.Member("type").Text() ?? node.Member("node_type").Text() ?? string.Empty).Trim();

    private string Id(string? written, string pointer)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            var made = Free("imported");
            report.Add("id_missing", ImportSeverity.Warning, made, pointer, "The node has no id: nothing could lead to it.", $"It has the id {Shown.Of(made)} now.");
            return made;
        }

        if (written.Length <= limits.MaxIdLength && _ids.Add(written))
        {
            return written;
        }

        var isLong = written.Length > limits.MaxIdLength;
        var id = Free(isLong ? Cut(written) : written);
        if (isLong)
        {
            report.Add("id_too_long", ImportSeverity.Note, id, pointer, $"The id {Shown.Of(written)} has more than {limits.MaxIdLength} characters.", $"It is {Shown.Of(id)} now, wherever it was named.");
        }
        else
        {
            report.Add("duplicate_id", ImportSeverity.Warning, id, pointer, $"There is another node {Shown.Of(written)}; the legacy engine only ever found the first.", $"This one has the id {Shown.Of(id)} now; nothing leads to it.");
        }

        return id;
    }

    /// <summary>An id that no node has or comes to have, near the one wished for.</summary>
    private string Free(string wish)
    {
        while (true)
        {
            var number = _taken[wish] = _taken.GetValueOrDefault(wish) + 1;
            var suffix = number == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"_{number}");
            var id = UnicodeText.Cut(wish, limits.MaxIdLength - suffix.Length) + suffix;
            if (!_written.Contains(id) && _ids.Add(id))
            {
                return id;
            }
        }
    }

    private string Cut(string id) =>
        UnicodeText.Cut(id, limits.MaxIdLength);

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };
}
