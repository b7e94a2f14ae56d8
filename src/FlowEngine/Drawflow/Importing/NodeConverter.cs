using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Importing.Configurations;
using FlowEngine.Drawflow.Reading;
using FlowEngine.NodeTypes;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Turns one legacy node into one of ours, with the ways that its configuration named.</summary>
internal sealed class NodeConverter(IReadOnlyList<LegacyNode> nodes, ImportReport report)
{
    /// <summary>Every node may carry these.</summary>
    private static readonly string[] s_common = ["label", "note"];

    private readonly HashSet<string> _variables = nodes
        .Where(node => node.Type == "collect_data")
        .Select(CollectDataSettings.VariableOf)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    public ConvertedNode Convert(LegacyNode node)
    {
        var config = new LegacyConfig(node, _variables, report);
        var type = Type(node);
        if (!string.IsNullOrWhiteSpace(node.Name))
        {
            config.Data["label"] = node.Name;
        }

        foreach (var name in s_common.Where(name => config.Take(name).Text() is not null))
        {
            config.Data.TryAdd(name, config.Take(name).Text());
        }

        type.Convert(config);
        var routes = type.Routes(config).ToList();
        return new(node, type, config.Data, routes, Side(config, type));
    }

    private LegacyType Type(LegacyNode node)
    {
        var pointer = JsonPointer.Append(node.Pointer, "type");
        if (LegacyTypes.Find(node.Type) is { } known)
        {
            if (known.IsScaffold)
            {
                report.Add(
                    "type_replaced", ImportSeverity.Warning, node.Id, pointer,
                    $"The type '{node.Type}' was never finished and is gone.", $"The node is a '{known.Target}', the nearest there is: see whether it does what was meant.");
            }

            return known;
        }

        var near = Spelling.Nearest(node.Type, LegacyTypes.Names);
        report.Add(
            "type_unknown", ImportSeverity.Decision, node.Id, pointer,
            node.Type.Length == 0 ? "The node has no type." : $"There is no node type {Shown.Of(node.Type)}; the legacy engine failed here.{(near is null ? string.Empty : $" Was '{near}' meant?")}",
            "It is kept as it is, and the check refuses it: choose a type.");
        return LegacyTypes.Unknown(node.Type);
    }

    private static JsonObject? Side(LegacyConfig config, LegacyType type)
    {
        var side = new JsonObject();
        var isUnknown = LegacyTypes.Find(config.Node.Type) is null;
        foreach (var member in config.Unread)
        {
            side[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            if (!isUnknown)
            {
                Report(config, type, member.Name);
            }
        }

        return side.Count == 0 ? null : new JsonObject { ["type"] = config.Node.Type, ["config"] = side };
    }

    private static void Report(LegacyConfig config, LegacyType type, string name)
    {
        const string Kept = "It is kept beside the settings, under 'legacy'.";
        if (config.Known.Contains(name))
        {
            return;
        }

        if (Spelling.Nearest(name, config.Known.Where(known => !config.Has(known))) is { } near)
        {
            config.Warn("misspelt_key", config.PointerTo(name), $"The legacy engine read no {Shown.Of(name)} in a '{config.Node.Type}'. Was '{near}' meant?", Kept);
        }
        else
        {
            config.Note("unread_key", config.PointerTo(name), $"Nothing of '{type.Target}' reads {Shown.Of(name)}.", Kept);
        }
    }
}
