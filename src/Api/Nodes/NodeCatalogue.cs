using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Nodes;

/// <summary>The registry as designers see it, described once.</summary>
public sealed class NodeCatalogue(NodeRegistry registry)
{
    /// <summary>The list whose entries name outputs, by the type that has it, and what an entry is called after.</summary>
    private static readonly Dictionary<string, (string Entries, string LabelFrom)> s_configured = new(StringComparer.Ordinal)
    {
        ["switch"] = ("/cases/*", "/cases/*/when"),
        ["sentiment_detection"] = ("/intents/*", "/intents/*/name"),
    };

    private readonly Lazy<IReadOnlyList<NodeView>> _all = new(() => [.. registry.All.Select(View)]);

    public IReadOnlyList<NodeView> Of(TenantProfile tenant) =>
        [.. _all.Value.Where(type => !tenant.DisabledNodeTypes.Contains(type.Name))];

    private static NodeView View(NodeTypeInfo type)
    {
        var schema = ConfigurationSchema.Of(type);
        return new(
            type.Name,
            Enum.Parse<NodeGroup>(type.Category.ToString()),
            new(NodeTexts.English.Title(type.Name), NodeTexts.Turkish.Title(type.Name)),
            type.Summary,
            new(type.Summary, NodeTexts.Turkish.Summary(type.Name) ?? type.Summary),
            [.. type.Ports.Select(port => new NodePortView(port.Name, port.Output, port.Optional, Label(type.Name, port.Name)))],
            type.HasConfiguredPorts,
            [.. Configured(type, schema)],
            NodeFields.Of(type, schema),
            JsonSerializer.Deserialize<JsonElement>(schema.ToJsonString()),
            type.Reads,
            type.Sets,
            Enum.Parse<NodeEffect>(type.Effect.ToString()),
            type.Waits,
            type.CallsOut);
    }

    private static IEnumerable<ConfiguredPortView> Configured(NodeTypeInfo type, JsonObject schema)
    {
        if (!type.HasConfiguredPorts)
        {
            yield break;
        }

        if (s_configured.TryGetValue(type.Name, out var known))
        {
            yield return new($"{known.Entries}/port", known.LabelFrom, null);
        }

        if (schema["properties"]!.AsObject().ContainsKey("default_port"))
        {
            yield return new("/default_port", null, Label(type.Name, NodePort.Default));
        }
    }

    private static DesignerText Label(string type, string port) => new(NodeTexts.English.Port(type, port), NodeTexts.Turkish.Port(type, port));
}
