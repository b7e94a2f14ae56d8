using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Drawflow.Comparing;

namespace FlowEngine.Api.Flows;

/// <summary>One difference; what does not concern its kind is left out.</summary>
/// <param name="Kind">
/// <c>module_added</c>, <c>module_removed</c>, <c>node_added</c>, <c>node_removed</c>, <c>node_moved</c>, <c>node_retyped</c>,
/// <c>ports_changed</c>, <c>configuration_changed</c>, <c>edge_added</c>, <c>edge_removed</c>, <c>start_changed</c> or <c>settings_changed</c>.
/// </param>
/// <param name="Pointer">JSON pointer into the node's configuration or the settings.</param>
/// <param name="Before">Left out where there was nothing.</param>
/// <param name="After">Left out where there is nothing any more.</param>
public sealed record FlowChangeView(
    [property: AllowedValues(
        "module_added", "module_removed", "node_added", "node_removed", "node_moved", "node_retyped", "ports_changed", "configuration_changed",
        "edge_added", "edge_removed", "start_changed", "settings_changed")]
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Module,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NodeId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NodeType,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? After,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ComparedEdge? Edge)
{
    public static IReadOnlyList<FlowChangeView> Of(IReadOnlyList<FlowChange> changes) => [.. changes.Select(change => new FlowChangeView(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(change.Kind.ToString()),
        change.Module,
        change.NodeId,
        change.NodeType,
        change.Label,
        change.Pointer,
        change.Before,
        change.After,
        change.Edge))];
}
