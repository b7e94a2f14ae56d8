namespace FlowEngine.NodeTypes;

/// <summary>A configuration that leads to a node without a connection; an edge for every rule.</summary>
public interface IJumpConfiguration
{
    /// <summary>Id of a node of the same module.</summary>
    string Target { get; }
}

/// <summary>A configuration that calls another flow.</summary>
public interface ISubFlowConfiguration
{
    /// <summary>Name of a flow of the tenant, or <c>#Module</c> of the same document.</summary>
    string Flow { get; }
}
