using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Reading;

/// <summary>
/// Nodes that lack members without which the editor fails to open them. A flow written by hand lacks them at every node: that is one problem, not
/// as many as there are nodes.
/// </summary>
internal sealed class IncompleteNodes
{
    private const int MostNamed = 5;

    private readonly List<(string Id, NodeSource Source, List<string> Missing)> _nodes = [];

    public void Add(string id, NodeSource source)
    {
        var missing = EditorMembers.Needed.Where(name => !source.Element.Member(name).IsPresent()).ToList();
        if (missing.Count > 0)
        {
            _nodes.Add((id, source, missing));
        }
    }

    public void Report(ProblemList problems)
    {
        if (_nodes is [var only])
        {
            problems.Add(
                DocumentProblemCode.MissingMember,
                only.Id,
                only.Source.Pointer,
                $"The editor fails to open a node without {string.Join(", ", only.Missing)}.",
                "Repair the document: they are added.",
                [.. only.Missing.Where(name => name is not ("inputs" or "outputs")).Select(name => AddMember(only.Id, only.Source, name))]);
        }
        else if (_nodes.Count > 0)
        {
            var members = EditorMembers.Needed.Where(name => _nodes.Exists(node => node.Missing.Contains(name)));
            problems.Add(
                DocumentProblemCode.MissingMember,
                nodeId: null,
                _nodes[0].Source.Pointer,
                $"The flow runs, but the editor fails to open it: {_nodes.Count} nodes ({Names()}) lack members that it needs ({string.Join(", ", members)}).",
                "Write the complete export with `flow format FILE -o OUT`.");
        }
    }

    private string Names() => string.Join(", ", _nodes.Take(MostNamed).Select(node => Shown.Of(node.Id))) + (_nodes.Count > MostNamed ? ", ..." : "");

    private static JsonPatchOperation AddMember(string id, NodeSource source, string name) => JsonPatchOperation.Add(
        JsonPointer.Append(source.Pointer, name),
        name switch
        {
            "id" => NodeIdJson.Of(id),
            "data" => new JsonObject(),
            "typenode" => JsonValue.Create(false),
            _ => JsonValue.Create(""),
        });
}
