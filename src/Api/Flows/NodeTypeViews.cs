using System.Text.Json;
using FlowEngine.Api.OpenApi;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Flows;

/// <summary>The registry as editors of JSON see it.</summary>
public sealed class NodeTypeViews(NodeRegistry registry)
{
    private static readonly JsonSerializerOptions s_schemaOptions = new() { Encoder = RelaxedJson.Encoder, WriteIndented = true };

    /// <summary>Of a whole flow; null: with all node types. Made each time, as it depends on what is open to the tenant.</summary>
    public string SchemaOf(TenantProfile? tenant) =>
        FlowSchema.For(registry.All.Where(type => tenant?.DisabledNodeTypes.Contains(type.Name) != true)).ToJsonString(s_schemaOptions);
}
