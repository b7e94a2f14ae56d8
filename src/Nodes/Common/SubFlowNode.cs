using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;
using FlowEngine.Text.Personal;

namespace FlowEngine.Nodes.Common;

public sealed record SubFlowConfiguration : ISubFlowConfiguration, IValidatedConfiguration, IWritingConfiguration
{
    public required string Flow { get; init; }

    [ReadsVariables(ReadKind.Passed)]
    [Description("The sub-flow's walk variables at its start, by name.")]
    public IReadOnlyDictionary<string, ValueTemplate> Inputs { get; init; } = new Dictionary<string, ValueTemplate>();

    [Description("The walk variable here by the sub-flow's: { theirs: ours }.")]
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Null where the sub-flow did not set it, so its types are those of the sub-flow's variable.</summary>
    IReadOnlyList<VariableWrite> IWritingConfiguration.Writes =>
        [.. Outputs.Select(pair => VariableName.Written(pair.Value, AssignmentScope.Walk, ValueTypes.Any, $"/outputs/{pair.Key}"))];

    public IEnumerable<ConfigurationFault> Validate()
    {
        var inputs = Inputs.Keys.Select(name => FaultOf(name, $"/inputs/{name}"));
        var outputs = Outputs.SelectMany(pair => new[] { pair.Key, pair.Value }.Select(name => FaultOf(name, $"/outputs/{pair.Key}")));
        return inputs.Concat(outputs).OfType<ConfigurationFault>();
    }

    private static ConfigurationFault? FaultOf(string name, string pointer) =>
        VariableName.FaultOf(name, pointer)
        ?? (name.Contains('.', StringComparison.Ordinal)
            ? new(pointer, $"'{name}' is a bare name here: only walk variables cross.", "Remove the scope before the dot.")
            : null);
}

[NodeType("sub_flow", NodeCategory.Common, Waits = true, Summary = "Calls another flow or a module of this document and comes back.")]
[Port("next")]
[Port(NodePort.Error, Optional = true)]
internal sealed class SubFlowNode : Node<SubFlowConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        SubFlowConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var inputs = new Dictionary<string, Value>(configuration.Inputs.Count, StringComparer.Ordinal);
        foreach (var (name, template) in configuration.Inputs)
        {
            inputs[name] = template.Evaluate(context.Scope);
        }

        return Now(NodeResult.CallSubFlow(new(configuration.Flow, inputs, configuration.Outputs)
        {
            Personal = [.. configuration.Inputs.Where(input => input.Value.Reads.Any(path => PersonalValues.Has(context.Variables, path))).Select(input => input.Key)],
        }));
    }
}
