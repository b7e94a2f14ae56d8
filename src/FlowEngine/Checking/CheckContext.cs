using System.Net;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking;

/// <summary>What a document is checked against.</summary>
/// <param name="StartNodeId">The version's stored start, if it has one.</param>
/// <param name="AllowedTypes">Node types that the tenant may use; null: all registered ones, as no tenant is known.</param>
/// <param name="FlowNames">Flows that a node may call; null: not known, so calls of flows are not checked.</param>
/// <param name="AllowedHosts">The tenant's hosts for outgoing calls; null: no tenant is known, so they are not checked.</param>
/// <param name="OpenNetworks">Private networks that the operator opened for outgoing calls; null: none.</param>
/// <param name="Languages">Two letters each, the tenant's own first; null: no tenant is known, so missing translations are not reported.</param>
public sealed record CheckContext(
    NodeRegistry Registry,
    string? StartNodeId = null,
    IReadOnlySet<string>? AllowedTypes = null,
    IReadOnlySet<string>? FlowNames = null,
    IReadOnlyList<string>? AllowedHosts = null,
    IReadOnlyList<IPNetwork>? OpenNetworks = null,
    IReadOnlyList<string>? Languages = null)
{
    /// <summary>The tenant's directive that requires a model to answer in its flows.</summary>
    public const string ModelDirective = "require_ai_response";

    /// <summary>The tenant requires a node that answers by a model.</summary>
    public bool WantsModel { get; init; }

    /// <summary>The name of the flow, or the one it will be stored under; null: not known.</summary>
    public string? FlowName { get; init; }

    /// <summary>The tenant's other flows by name, as far as they are known; a called flow that is missing here may do anything.</summary>
    public IReadOnlyDictionary<string, KnownFlow> Flows { get; init; } = new Dictionary<string, KnownFlow>();
}

/// <summary>Another flow of the tenant: its active version's document.</summary>
public sealed record KnownFlow(string Json, string? StartNodeId);
