namespace FlowEngine.Drawflow.Comparing;

public enum FlowChangeKind
{
    ModuleAdded,
    ModuleRemoved,
    NodeAdded,
    NodeRemoved,

    /// <summary>Another place on the canvas; it means nothing to a walk.</summary>
    NodeMoved,

    /// <summary>The same id, another node type.</summary>
    NodeRetyped,

    /// <summary>Inputs or outputs were added to the node or taken from it.</summary>
    PortsChanged,
    ConfigurationChanged,
    EdgeAdded,
    EdgeRemoved,
    StartChanged,
    SettingsChanged,
}
