namespace FlowEngine.Drawflow.Importing;

/// <summary>The legacy engine went where a node's configuration said; its editor drew edges that nothing read.</summary>
internal enum LegacyEdgeUse
{
    Never,

    /// <summary>Where the configuration names no target: the documents of the last generation have edges only.</summary>
    WhereUnset,

    Always,
}
