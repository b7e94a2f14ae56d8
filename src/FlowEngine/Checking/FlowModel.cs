using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking;

/// <summary>A document with its node types resolved and its configurations bound: the input of the rules.</summary>
public sealed record FlowModel(DrawflowDocument Document, CheckContext Context, IReadOnlyList<ModuleModel> Modules)
{
    private IReadOnlyList<NodePart>? _parts;

    public ModuleModel? Home => Modules.FirstOrDefault(module => module.Name == DrawflowDocument.HomeName);

    /// <summary>The texts, conditions and other values of all configurations that are bound.</summary>
    public IReadOnlyList<NodePart> Parts => _parts ??= PartsOf(new());

    /// <summary>The flow as it would be if every one-ended connection counted.</summary>
    internal FlowModel WithOneEndedConnections() => new(Document, Context,
    [
        .. Modules.Zip(Document.Modules, (module, drawn) => new ModuleModel(
            module.Name,
            module.Nodes,
            [.. drawn.Edges.Select(edge => new EdgeModel(edge.SourceId, edge.OutputPort, edge.TargetId)), .. module.Edges.Where(edge => edge.IsJump)])),
    ]);

    private List<NodePart> PartsOf(ConfigurationParts parts) =>
    [
        .. from module in Modules
        from node in module.Nodes.Values
        where node.Bound?.Value is not null
        from part in parts.Of(node.Bound!.Value!)
        select new NodePart(module, node, part),
    ];
}

public sealed record ModuleModel(string Name, IReadOnlyDictionary<string, NodeModel> Nodes, IReadOnlyList<EdgeModel> Edges)
{
    private ILookup<string, EdgeModel>? _bySource;

    public bool IsHome => Name == DrawflowDocument.HomeName;

    public IEnumerable<EdgeModel> From(string nodeId) => (_bySource ??= Edges.ToLookup(edge => edge.From, StringComparer.Ordinal))[nodeId];
}

/// <param name="Type">Null where the registry has no such type.</param>
/// <param name="Bound">Null where the type is unknown.</param>
/// <param name="Ports">Empty where the type is unknown or the configuration does not bind.</param>
public sealed record NodeModel(
    DrawflowNode Source,
    NodeTypeInfo? Type,
    BoundConfiguration? Bound,
    IReadOnlyList<NodePort> Ports)
{
    public string Id => Source.Id;

    /// <summary>How messages name the node: its label, else its type, with the id.</summary>
    public string Name => $"{Source.Label ?? Source.Type} ({Id})";

    /// <summary>With this configuration it may call a model or an external service.</summary>
    public bool CallsOut => Type is { CallsOut: true } && Bound?.Value is not ICallingConfiguration { CallsOut: false };

    /// <summary>A walk ends here: the node has no port and is not a jump.</summary>
    public bool IsEnd => Type is not null && Bound?.Value is { } value
        && Ports.Count == 0 && !Type.HasConfiguredPorts && value is not IJumpConfiguration;
}

/// <param name="Output">The N of <c>output_N</c>; 0 for a jump.</param>
public sealed record EdgeModel(string From, int Output, string To)
{
    public bool IsJump => Output == 0;
}

/// <summary>A part of a node's configuration with its place in the document.</summary>
public sealed record NodePart(ModuleModel Module, NodeModel Node, ConfigurationPart Part)
{
    public string Pointer => Node.Source.ConfigurationPointer + Part.Pointer;
}
