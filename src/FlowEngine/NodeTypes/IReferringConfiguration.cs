using FlowEngine.Text;

namespace FlowEngine.NodeTypes;

/// <summary>A configuration that leads to a node without a connection; an edge for every rule.</summary>
public interface IJumpConfiguration
{
    /// <summary>Id of a node of the same module.</summary>
    string Target { get; }

    /// <summary>The member that names the target, relative to the configuration.</summary>
    string TargetPointer => "/target";
}

/// <summary>A configuration that calls another flow.</summary>
public interface ISubFlowConfiguration
{
    private static readonly IReadOnlyDictionary<string, ValueTemplate> s_noInputs = new Dictionary<string, ValueTemplate>();
    private static readonly IReadOnlyDictionary<string, string> s_noOutputs = new Dictionary<string, string>();

    /// <summary>Name of a flow of the tenant, or <c>#Module</c> of the same document.</summary>
    string Flow { get; }

    /// <summary>The member that names the flow, relative to the configuration.</summary>
    string FlowPointer => "/flow";

    /// <summary>The called flow's walk variables at its start.</summary>
    IReadOnlyDictionary<string, ValueTemplate> Inputs => s_noInputs;

    /// <summary>The caller's walk variable by the called flow's.</summary>
    IReadOnlyDictionary<string, string> Outputs => s_noOutputs;
}
