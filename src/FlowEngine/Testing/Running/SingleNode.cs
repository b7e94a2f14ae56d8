using System.Collections.Frozen;
using FlowEngine.Compiling;
using FlowEngine.NodeTypes;

namespace FlowEngine.Testing.Running;

/// <summary>Makes a flow of which one node runs: wherever it leads, the walk stands still.</summary>
/// <param name="asks">A node that waits begins its wait, instead of taking the message as its answer.</param>
public sealed class SingleNode(long versionId, string module, string nodeId, bool asks)
{
    public CompiledVersion In(CompiledVersion version) => version with
    {
        Modules = version.Modules.ToFrozenDictionary(
            entry => entry.Key,
            entry => entry.Value with
            {
                Steps = [.. entry.Value.Steps.Select(step =>
                    version.Version.Id == versionId && entry.Key == module && step.Id == nodeId ? asks ? Instead(step, new Asking(step.Type.Node)) : step
                    : Instead(step, Standing.Instance))],
            },
            StringComparer.Ordinal),
    };

    private static Step Instead(Step step, INode node) => step with { Type = step.Type with { Node = node } };

    private sealed class Standing : INode
    {
        public static Standing Instance { get; } = new();

        public ValueTask<NodeResult> RunAsync(NodeContext context, CancellationToken cancellationToken) => new(NodeResult.Wait());
    }

    private sealed class Asking(INode inner) : INode
    {
        public ValueTask<NodeResult> RunAsync(NodeContext context, CancellationToken cancellationToken)
        {
            context.Answer = null;
            return inner.RunAsync(context, cancellationToken);
        }
    }
}
