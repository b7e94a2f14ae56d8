namespace FlowEngine.Drawflow.Importing;

/// <summary>
/// Turns a flow of the legacy system (<c>{nodes, edges}</c>) into a Drawflow flow that takes the ways that its engine took. Pure; never
/// throws on what it reads. A Drawflow document of any variant is given back as a standard export.
/// </summary>
public static class LegacyFlowImport
{
    /// <param name="startNodeId">Of the flow's row; null where the document says it, or nothing does.</param>
    /// <param name="followEdges">Where edges and configurations disagree, the edges are meant.</param>
    public static LegacyFlowResult Read(string json, string? startNodeId = null, bool followEdges = false, DrawflowLimits? limits = null) =>
        Read(DrawflowReader.Read(json, limits), startNodeId, followEdges, limits);

    public static LegacyFlowResult Read(DrawflowReading reading, string? startNodeId = null, bool followEdges = false, DrawflowLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        limits ??= DrawflowLimits.Default;
        var report = new ImportReport(limits.MaxProblems);
        if (reading.Variant == DrawflowVariant.LegacyFlowData)
        {
            return Convert(reading, startNodeId, followEdges, limits, report);
        }

        if (reading.Document is not { } document)
        {
            foreach (var problem in reading.Problems)
            {
                report.Add(problem);
            }

            return new(null, null, reading.Variant, report.ToList());
        }

        var (repaired, changes) = DrawflowRepair.Repair(document, limits);
        foreach (var change in changes)
        {
            report.Add("mended", ImportSeverity.Note, null, string.Empty, change, "It is a standard export now.");
        }

        return new(repaired, startNodeId, reading.Variant, report.ToList());
    }

    private static LegacyFlowResult Convert(DrawflowReading reading, string? startNodeId, bool followEdges, DrawflowLimits limits, ImportReport report)
    {
        var source = LegacySource.Of(reading.Root, reading.RowStart);
        var read = new LegacyNodeReader(limits, report).Read(source);
        if (read.Count == 0 || read.Count > limits.MaxNodes)
        {
            var (code, message) = read.Count == 0 ? (DocumentProblemCode.Empty, "There are no nodes.") : (DocumentProblemCode.TooManyNodes, $"There are more than {limits.MaxNodes} nodes.");
            report.Add(DocumentProblem.Of(code, null, source.Pointer, message, "Import a flow that has nodes, and not too many."));
            return new(null, null, reading.Variant, report.ToList());
        }

        var converter = new NodeConverter(read, report);
        List<ConvertedNode> nodes = [.. read.Select(converter.Convert)];
        var edges = DrawnEdges.Read(source, nodes);
        var use = followEdges ? LegacyEdgeUse.Always : source.EdgeUse;
        var connections = new Connections(nodes, edges, use, report);
        var ways = connections.Find();
        new EdgeComparison(edges, connections, use, report).Report(ways);
        var start = StartChoice.Of(startNodeId ?? source.StartNodeId, nodes, connections, ways, report);
        var document = new FlowWriting(source, limits, report).Write(nodes, ways);
        return new(document, start, reading.Variant, report.ToList());
    }
}
