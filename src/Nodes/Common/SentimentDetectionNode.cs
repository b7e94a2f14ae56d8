using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public enum IntentMode
{
    Keywords,

    /// <summary>The model is asked for an intent's name; where it gives none, the keywords decide.</summary>
    Model,
}

public sealed record SentimentDetectionConfiguration
    : IPortedConfiguration, IBranchingConfiguration, IWritingConfiguration, IValidatedConfiguration, ICallingConfiguration
{
    internal const string DecidedBy = "intent_by";

    private static readonly VariablePath s_message = new(VariableRoot.Message, "", []);

    [Description("model: the model is asked for one of the names; where it gives none within 5 seconds, the keywords decide. intent_by says which did.")]
    public IntentMode Mode { get; init; }

    [Description("With the mode model: name of one of the tenant's AI configurations; by default its default one.")]
    public string? Configuration { get; init; }

    [Description("Where two intents' keywords are equally specific, the first wins. Without any, ours on output_1 to output_5.")]
    public IReadOnlyList<IntentConfiguration>? Intents { get; init; }

    [Description("output_N; with our intents output_6 unless it says otherwise.")]
    public string? DefaultPort { get; init; }

    public IReadOnlyList<NodePort> Ports => Intents is null
        ? PortList.Of([.. DefaultIntents.All.Select((intent, index) => (intent.Name, $"output_{index + 1}"))], DefaultPort ?? "output_6")
        : PortList.Of([.. Intents.Select(intent => (intent.Name, intent.Port))], DefaultPort);

    bool ICallingConfiguration.CallsOut => Mode == IntentMode.Model;

    /// <summary>What a model says follows from no keyword.</summary>
    IReadOnlyList<Branch> IBranchingConfiguration.Branches => Mode == IntentMode.Model ? []
        : Intents is null
        ? [.. DefaultIntents.All.Select((intent, index) => Guarded(index, intent.Keywords, "")), new(DefaultIntents.All.Count, null, "/default_port")]
        : [.. Intents.Select((intent, index) => Guarded(index, intent.Matcher, $"/intents/{index}/keywords")), new(Intents.Count, null, "/default_port")];

    BranchOrder IBranchingConfiguration.Order => BranchOrder.Best;

    IReadOnlyList<VariableWrite> IWritingConfiguration.Writes =>
        Mode == IntentMode.Model ? [new(AssignmentScope.Walk, DecidedBy, ValueTypes.Text)] : [];

    public IEnumerable<ConfigurationFault> Validate()
    {
        if (Intents is null)
        {
            return DefaultPort is null or "output_6" || NodePort.OutputNumber(DefaultPort) > 6
                ? []
                : [new("/default_port", $"'{DefaultPort}' belongs to an intent.", "Use output_6.")];
        }

        return PortList.Faults([.. Intents.Select((intent, index) => (intent.Port, $"/intents/{index}/port"))], DefaultPort)
            .Concat(NameFaults(Intents));
    }

    private static Branch Guarded(int port, KeywordMatcher? keywords, string pointer) =>
        new(port, keywords is null ? null : new ConditionTest(s_message, ConditionOperator.HasKeyword, [], keywords), pointer);

    private static IEnumerable<ConfigurationFault> NameFaults(IReadOnlyList<IntentConfiguration> intents)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { NodePort.Default };
        for (var i = 0; i < intents.Count; i++)
        {
            if (!names.Add(intents[i].Name))
            {
                yield return new($"/intents/{i}/name", $"There are two '{intents[i].Name}'.", "Give each intent a name of its own.");
            }

            if (intents[i].Matcher is null)
            {
                yield return new($"/intents/{i}/keywords", $"The intent '{intents[i].Name}' has no keywords.", "Add its keywords.");
            }
        }
    }
}

public sealed record IntentConfiguration
{
    public required string Name { get; init; }

    [Description("May be left out for an intent of ours.")]
    public KeywordMatcher? Keywords { get; init; }

    [Description("output_N.")]
    public required string Port { get; init; }

    internal KeywordMatcher? Matcher => Keywords ?? DefaultIntents.All.FirstOrDefault(intent => intent.Name == Name)?.Keywords;
}

[NodeType("sentiment_detection", NodeCategory.Common,
    Summary = "Tells the user's intent, by keywords or by the model.",
    CallsOut = true,
    Sets = ["intent:text"])]
internal sealed class SentimentDetectionNode : Node<SentimentDetectionConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        SentimentDetectionConfiguration configuration, NodeContext context, CancellationToken cancellationToken) =>
        configuration.Mode == IntentMode.Model && !UnicodeText.IsBlank(context.UserMessage)
            ? ByModelAsync(configuration, context, cancellationToken)
            : Now(Found(configuration, ByKeywords(configuration, context)));

    private static async ValueTask<NodeResult> ByModelAsync(
        SentimentDetectionConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        // Where no output is the default's, the message must have one of the intents.
        IReadOnlyList<string> names = [.. configuration.Ports.Where(port => port.Output > 0).Select(port => port.Name)];
        var reply = await ModelQuestion.AskAsync(
            context, DefaultPrompt.Intent(names), context.UserMessage, configuration.Configuration, cancellationToken);
        var named = IntentNames.Find(reply.Text, names);
        var result = Found(configuration, named >= 0 ? named : ByKeywords(configuration, context));
        var by = new Assignment(AssignmentScope.Walk, SentimentDetectionConfiguration.DecidedBy, Value.Of(named >= 0 ? "model" : "keywords"));
        return result with { Sets = result.Sets.Add(by), Usage = reply.Usage };
    }

    /// <returns>Index of the intent; their count where no keyword fits.</returns>
    private static int ByKeywords(SentimentDetectionConfiguration configuration, NodeContext context)
    {
        var message = context.Scope.Fold(context.UserMessage);
        var count = configuration.Intents?.Count ?? DefaultIntents.All.Count;
        var found = count;
        var longest = 0;
        for (var i = 0; i < count; i++)
        {
            var keywords = configuration.Intents is { } intents ? intents[i].Matcher! : DefaultIntents.All[i].Keywords;
            if (keywords.LongestMatch(message) is var length && length > longest)
            {
                (found, longest) = (i, length);
            }
        }

        return found;
    }

    private static NodeResult Found(SentimentDetectionConfiguration configuration, int found)
    {
        var isDefault = found == (configuration.Intents?.Count ?? DefaultIntents.All.Count);
        var intent = isDefault ? NodePort.Default : configuration.Intents?[found].Name ?? DefaultIntents.All[found].Name;
        return NodeResult.Continue(found) with { Sets = [new(AssignmentScope.Walk, "intent", Value.Of(intent))] };
    }
}
