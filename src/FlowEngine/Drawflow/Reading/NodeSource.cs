using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

/// <summary>An entry of a module, with the id that counts: the key of a map, the inner id in a list.</summary>
internal sealed record NodeSource(string? Id, JsonElement Element, string Pointer)
{
    /// <summary>Empty places of a list are no nodes.</summary>
    public static IEnumerable<NodeSource> Of(ModuleSource module) => module.Nodes.ValueKind switch
    {
        JsonValueKind.Object => module.Nodes.EnumerateObject()
            .Select(p => new NodeSource(p.Name, p.Value, JsonPointer.Append(module.Pointer, p.Name))),
        JsonValueKind.Array => module.Nodes.EnumerateArray()
            .Select((item, index) => new NodeSource(NodeIdText.Of(item.Member("id")), item, JsonPointer.Append(module.Pointer, index)))
            .Where(source => source.Element.IsPresent()),
        _ => [],
    };
}
