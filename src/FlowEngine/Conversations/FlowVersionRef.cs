namespace FlowEngine.Conversations;

/// <summary>One version of a flow: the row's id, the flow's name and the version's number (from 1).</summary>
public sealed record FlowVersionRef(long Id, string Name, int Version);
