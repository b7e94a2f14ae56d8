using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public sealed record SaveLeadConfiguration : IValidatedConfiguration
{
    [Description("By default name, email and phone, from the conversation's variables of these names.")]
    public IReadOnlyList<LeadField> Fields { get; init; } = [];

    [Description("Where the lead came from.")]
    public string Source { get; init; } = "chat";

    public IEnumerable<ConfigurationFault> Validate()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Fields.Index().Where(field => !seen.Add(field.Item.Name)).Select(field => new ConfigurationFault(
            $"/fields/{field.Index}/name", $"The field '{field.Item.Name}' is listed twice.", "Rename or remove one of them."));
    }
}

public sealed record LeadField
{
    public required string Name { get; init; }

    [ReadsVariables(ReadKind.Optional)]
    public required LocalizedTemplate Value { get; init; }
}

[NodeType("save_lead", NodeCategory.Common,
    Summary = "Keeps collected contact data as a lead.",
    Effect = EffectKind.Stored)]
[Port("next")]
internal sealed class SaveLeadNode : Node<SaveLeadConfiguration>
{
    private static readonly string[] s_usual = ["name", "email", "phone"];

    protected override ValueTask<NodeResult> RunAsync(
        SaveLeadConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var fields = configuration.Fields.Count > 0
            ? configuration.Fields.ToDictionary(field => field.Name, field => field.Value.Evaluate(context.Scope), StringComparer.Ordinal)
            : s_usual.ToDictionary(name => name, context.Variables.Conversation, StringComparer.Ordinal);
        var payload = Value.Object(
            ("source", Value.Of(configuration.Source)),
            ("language", Value.Of(context.Language)),
            ("fields", Value.Of(fields)));
        var lead = new EffectIntent(EffectKind.Stored, "lead", context.NodeId, context.NewEffectKey(), payload);
        return Now(NodeResult.Continue() with { Effects = [lead] });
    }
}
