namespace FlowEngine.Drawflow;

internal readonly record struct EdgeKey(string SourceId, int OutputPort, string TargetId, int InputPort)
{
    public static EdgeKey Of(DrawflowEdge edge) => new(edge.SourceId, edge.OutputPort, edge.TargetId, edge.InputPort);

    public string Shown() =>
        $"'{SourceId}' {PortName.Of(output: true, OutputPort)} -> '{TargetId}' {PortName.Of(output: false, InputPort)}";
}
