using System.Collections.Frozen;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Testing.Observing;

/// <summary>Notes what the nodes of one turn decide by and look up, while they run: they do not notice.</summary>
public sealed class NodeObserver
{
    private readonly Dictionary<int, (string NodeId, IReadOnlyList<ObservedBranch> Branches, List<ObservedLookup> Lookups)> _visits = [];
    private List<ObservedLookup>? _running;

    /// <summary>The flow with its nodes watched.</summary>
    public CompiledVersion In(CompiledVersion version) => version with
    {
        Modules = version.Modules.ToFrozenDictionary(
            module => module.Key,
            module => module.Value with
            {
                Steps = [.. module.Value.Steps.Select(step => step with { Type = step.Type with { Node = new Watched(this, step.Type.Node) } })],
            },
            StringComparer.Ordinal),
    };

    public IProductCatalog Watch(IProductCatalog catalog) => new WatchedCatalog(catalog, Note);

    public IKnowledgeBase Watch(IKnowledgeBase knowledge) => new WatchedKnowledge(knowledge, Note);

    /// <summary>Of a step of the turn's trace; null where its node did not run.</summary>
    /// <param name="visit">From 1.</param>
    public ObservedStep? Of(int visit, string nodeId) => _visits.TryGetValue(visit, out var seen) && seen.NodeId == nodeId
        ? new(nodeId, seen.Branches, seen.Lookups)
        : null;

    private void Note(ObservedLookup lookup) => _running?.Add(lookup);

    /// <summary>A node that is tried again counts as its last try.</summary>
    private void Begin(NodeContext context)
    {
        _running = [];
        _visits[context.Visits] = (context.NodeId, GuardReader.Read(context.Configuration, context.Scope), _running);
    }

    private sealed class Watched(NodeObserver observer, INode inner) : INode
    {
        public ValueTask<NodeResult> RunAsync(NodeContext context, CancellationToken cancellationToken)
        {
            observer.Begin(context);
            return inner.RunAsync(context, cancellationToken);
        }
    }
}
