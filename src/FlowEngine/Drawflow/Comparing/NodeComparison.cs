using System.Globalization;
using System.Text.Json;

namespace FlowEngine.Drawflow.Comparing;

/// <summary>One node as it was and as it is.</summary>
internal static class NodeComparison
{
    public static FlowChange Added(string module, DrawflowNode node) =>
        Of(FlowChangeKind.NodeAdded, module, node) with { After = node.Configuration };

    public static FlowChange Removed(string module, DrawflowNode node) =>
        Of(FlowChangeKind.NodeRemoved, module, node) with { Before = node.Configuration };

    public static IEnumerable<FlowChange> Compare(string module, DrawflowNode before, DrawflowNode after)
    {
        if (before.Type != after.Type)
        {
            yield return Of(FlowChangeKind.NodeRetyped, module, after) with
            {
                Before = JsonSerializer.SerializeToElement(before.Type),
                After = JsonSerializer.SerializeToElement(after.Type),
            };
        }

        if (before.PosX != after.PosX || before.PosY != after.PosY)
        {
            yield return Of(FlowChangeKind.NodeMoved, module, after) with { Before = Position(before), After = Position(after) };
        }

        if (!before.Inputs.SequenceEqual(after.Inputs) || !before.Outputs.SequenceEqual(after.Outputs))
        {
            yield return Of(FlowChangeKind.PortsChanged, module, after) with { Before = Ports(before), After = Ports(after) };
        }

        var (old, now) = Configurations(before, after);
        foreach (var field in JsonComparison.Compare(old, now))
        {
            yield return Of(FlowChangeKind.ConfigurationChanged, module, after) with
            {
                Pointer = field.Pointer,
                Before = field.Before,
                After = field.After,
            };
        }
    }

    /// <summary>What an old editor put into <c>data.config</c> and a new one into <c>data</c> is the same configuration.</summary>
    private static (JsonElement Before, JsonElement After) Configurations(DrawflowNode before, DrawflowNode after) =>
        IsWrapped(before) && IsWrapped(after) ? (before.Data, after.Data) : (before.Configuration, after.Configuration);

    private static bool IsWrapped(DrawflowNode node) => node.ConfigurationPointer.EndsWith("/data/config", StringComparison.Ordinal);

    private static FlowChange Of(FlowChangeKind kind, string module, DrawflowNode node) =>
        new(kind) { Module = module, NodeId = node.Id, NodeType = node.Type, Label = node.Label };

    private static JsonElement Position(DrawflowNode node) => JsonElement.Parse($$"""{"x":{{Number(node.PosX)}},"y":{{Number(node.PosY)}}}""");

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "null";

    private static JsonElement Ports(DrawflowNode node) =>
        JsonElement.Parse($$"""{"inputs":[{{string.Join(',', node.Inputs)}}],"outputs":[{{string.Join(',', node.Outputs)}}]}""");
}
