using System.Text.Json;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Where the parts of a legacy document are, whatever stands around them.</summary>
/// <param name="Pointer">Of <paramref name="Flow"/>.</param>
internal sealed record LegacySource(JsonElement Flow, string Pointer, string? StartNodeId, LegacyEdgeUse EdgeUse)
{
    private static readonly string[] s_read = ["nodes", "edges", "start_node", "start_node_id"];

    public JsonElement Nodes => Flow.Member("nodes");

    public JsonElement Edges => Flow.Member("edges");

    /// <summary>What the engine read nothing of.</summary>
    public IEnumerable<JsonProperty> Others =>
        Flow.EnumerateObject().Where(member => !s_read.Contains(member.Name, StringComparer.Ordinal));

    /// <param name="root">A <c>{nodes, edges}</c> document, or a row that has one in <c>flow_data</c>.</param>
    /// <param name="rowStart">Of the row whose text the root was.</param>
    public static LegacySource Of(JsonElement root, string? rowStart)
    {
        var isRow = root.Member("flow_data").IsObject();
        var flow = isRow ? root.Member("flow_data") : root;
        var start = rowStart ?? (isRow ? StartOf(root) : null) ?? StartOf(flow);
        var edges = flow.Member("edges");
        var isLastGeneration = edges.IsArray() && edges.EnumerateArray().Any(edge => edge.Member("from").IsPresent() && edge.Member("to").IsPresent());
        return new(flow, isRow ? "/flow_data" : string.Empty, start, isLastGeneration ? LegacyEdgeUse.WhereUnset : LegacyEdgeUse.Never);
    }

    public static string? StartOf(JsonElement holder) =>
        (NodeIdText.Of(holder.Member("start_node_id")) ?? NodeIdText.Of(holder.Member("start_node"))) is { Length: > 0 } start ? start : null;
}
