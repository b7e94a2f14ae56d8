namespace FlowEngine.Drawflow.Reading;

internal sealed class ModuleReader(DrawflowLimits limits, ProblemList problems, IncompleteNodes incomplete)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public DrawflowModule Read(ModuleSource source)
    {
        if (source.Name.Length > limits.MaxModuleNameLength)
        {
            return Unnameable(source);
        }

        CheckShape(source);
        var nodes = new Dictionary<string, DrawflowNode>(StringComparer.Ordinal);
        var reader = new NodeReader(limits, problems, incomplete);
        foreach (var node in NodeSource.Of(source).Select(reader.Read).OfType<DrawflowNode>())
        {
            if (!_ids.Add(node.Id))
            {
                problems.Add(
                    DocumentProblemCode.DuplicateId,
                    node.Id,
                    node.Pointer,
                    $"Another node has the id {Shown.Of(node.Id)} too; ids count for all modules together.",
                    "Give one of them another id.");
            }

            nodes.TryAdd(node.Id, node);
        }

        ImpliedInputs.Add(nodes);
        return new DrawflowModule(source.Name, source.Pointer, [.. nodes.Values], new EdgeCollector(problems, nodes).Collect());
    }

    private void CheckShape(ModuleSource source)
    {
        if (!source.Nodes.IsObject() && !source.Nodes.IsArray())
        {
            problems.Add(
                DocumentProblemCode.UnreadableModule,
                nodeId: null,
                source.Pointer,
                $"The module {Shown.Of(source.Name)} has no `data` with nodes.",
                "Repair the document: the module becomes an empty one.");
        }
        else if (source.Nodes.IsArray() && !source.IsListByDesign)
        {
            problems.Add(
                DocumentProblemCode.DataIsArray,
                nodeId: null,
                source.Pointer,
                $"The nodes of the module {Shown.Of(source.Name)} are an array; the editor leaves holes in it.",
                "Repair the document: it becomes an object.");
        }
    }

    private DrawflowModule Unnameable(ModuleSource source)
    {
        problems.Add(
            DocumentProblemCode.UnreadableModule,
            nodeId: null,
            source.Pointer,
            $"The name of the module {Shown.Of(source.Name)} has more than {limits.MaxModuleNameLength} characters.",
            "Give the module a shorter name.");
        return new DrawflowModule(source.Name, source.Pointer, [], []);
    }
}
