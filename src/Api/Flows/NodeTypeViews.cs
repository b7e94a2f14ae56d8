using System.Text.Json;
using FlowEngine.Api.Chat;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Flows;

/// <summary>The registry as designers see it, described once.</summary>
public sealed class NodeTypeViews(NodeRegistry registry)
{
    private readonly Lazy<IReadOnlyList<NodeTypeView>> _all = new(() => [.. registry.All.Select(View)]);

    public IReadOnlyList<NodeTypeView> Of(TenantProfile tenant) =>
        [.. _all.Value.Where(type => !tenant.DisabledNodeTypes.Contains(type.Name))];

    private static NodeTypeView View(NodeTypeInfo type) => new(
        type.Name,
        ReplyBuilder.Lower(type.Category),
        type.Summary,
        [.. type.Ports.Select(port => new PortView(port.Name, port.Output, port.Optional))],
        type.HasConfiguredPorts,
        JsonSerializer.Deserialize<JsonElement>(ConfigurationSchema.Of(type).ToJsonString()),
        type.Reads,
        type.Sets,
        ReplyBuilder.Lower(type.Effect),
        type.Waits,
        type.CallsOut);
}
