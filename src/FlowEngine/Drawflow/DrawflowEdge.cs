namespace FlowEngine.Drawflow;

/// <param name="OutputPort">From 1.</param>
/// <param name="InputPort">From 1.</param>
/// <param name="Order">From 0 within the source's output port, in the order of creation; those of the input end only come last.</param>
public sealed record DrawflowEdge(
    string SourceId,
    int OutputPort,
    string TargetId,
    int InputPort,
    EdgeEnds Ends,
    int Order);
