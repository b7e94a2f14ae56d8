using System.Text.Json;
using FlowEngine.Api.OpenApi;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Flows;

/// <summary>The registry as designers see it, described once.</summary>
public sealed class NodeTypeViews(NodeRegistry registry)
{
    private static readonly JsonSerializerOptions s_schemaOptions = new() { Encoder = RelaxedJson.Encoder, WriteIndented = true };

    private readonly Lazy<IReadOnlyList<NodeTypeView>> _all = new(() => [.. registry.All.Select(View)]);

    public IReadOnlyList<NodeTypeView> Of(TenantProfile tenant) =>
        [.. _all.Value.Where(type => !tenant.DisabledNodeTypes.Contains(type.Name))];

    /// <summary>Of a whole flow; null: with all node types. Made each time, as it depends on what is open to the tenant.</summary>
    public string SchemaOf(TenantProfile? tenant) =>
        FlowSchema.For(registry.All.Where(type => tenant?.DisabledNodeTypes.Contains(type.Name) != true)).ToJsonString(s_schemaOptions);

    private static NodeTypeView View(NodeTypeInfo type) => new(
        type.Name,
        EnumNames.For(type.Category),
        type.Summary,
        [.. type.Ports.Select(port => new PortView(port.Name, port.Output, port.Optional))],
        type.HasConfiguredPorts,
        JsonSerializer.Deserialize<JsonElement>(ConfigurationSchema.Of(type).ToJsonString()),
        type.Reads,
        type.Sets,
        EnumNames.For(type.Effect),
        type.Waits,
        type.CallsOut);
}
