using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Writing;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Writes the converted nodes as a standard export.</summary>
internal sealed class FlowWriting(LegacySource source, DrawflowLimits limits, ImportReport report)
{
    private const string SideName = "legacy";
    private const string EndType = "end";
    private const string EndWish = "import_end";
    private const int Columns = 6;
    private const double Width = 260;
    private const double Height = 160;

    public DrawflowDocument? Write(IReadOnlyList<ConvertedNode> nodes, IReadOnlyList<(ConvertedNode Node, int Output, string? TargetId)> ways)
    {
        var module = new ModuleDraft(DrawflowDocument.HomeName);
        var endId = FreeId(nodes);
        foreach (var (index, node) in nodes.Index())
        {
            var (x, y) = Place(node.Source, index);
            module.Nodes.Add(node.Source.Id, new NodeDraft(node.Source.Id, node.Type.Target, node.Data, 1, node.Type.Outputs.Count, x, y));
        }

        if (ways.Any(way => way.TargetId is null))
        {
            var right = module.Nodes.Values.Max(node => node.X) + Width;
            module.Nodes.Add(endId, new NodeDraft(endId, EndType, new JsonObject { ["label"] = "End" }, 1, 0, right, module.Nodes.Values.Average(node => node.Y)));
        }

        module.Edges.AddRange(ways.Select(way => new EdgeKey(way.Node.Source.Id, way.Output, way.TargetId ?? endId, 1)));
        var home = ModuleWriter.Write(module);
        foreach (var node in nodes.Where(node => node.Side is not null))
        {
            home["data"]![node.Source.Id]![SideName] = node.Side;
        }

        return Read(new JsonObject { ["drawflow"] = new JsonObject { [DrawflowDocument.HomeName] = home } });
    }

    private DrawflowDocument? Read(JsonObject root)
    {
        var side = new JsonObject(source.Others.Select(member => KeyValuePair.Create(member.Name, JsonNode.Parse(member.Value.GetRawText()))));
        if (side.Count > 0)
        {
            root[SideName] = side;
            report.Add(
                "unread_members", ImportSeverity.Note, null, source.Pointer,
                $"The document has more than a flow: {string.Join(", ", side.Select(member => Reading.Shown.Of(member.Key)).Take(Columns))}.", "It is kept under 'legacy'; nothing reads it.");
        }

        var reading = DrawflowReader.Read(DocumentText.Of(root), limits);
        foreach (var problem in reading.Problems)
        {
            report.Add(problem);
        }

        return reading.Document;
    }

    /// <summary>Nodes without a place stand in rows, not on each other.</summary>
    private static (double X, double Y) Place(LegacyNode node, int index) =>
        (node.X ?? index % Columns * Width, node.Y ?? index / Columns * Height);

    private static string FreeId(IReadOnlyList<ConvertedNode> nodes)
    {
        var id = EndWish;
        while (nodes.Any(node => node.Source.Id == id))
        {
            id += "_";
        }

        return id;
    }
}
