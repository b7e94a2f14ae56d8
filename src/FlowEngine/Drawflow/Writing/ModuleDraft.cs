namespace FlowEngine.Drawflow.Writing;

internal sealed class ModuleDraft(string name)
{
    public string Name { get; } = name;

    public OrderedDictionary<string, NodeDraft> Nodes { get; } = new(StringComparer.Ordinal);

    public List<EdgeKey> Edges { get; } = [];
}
