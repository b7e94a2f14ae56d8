namespace FlowEngine.Drawflow;

/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
public sealed record JsonPlace(int Line, int Column);
