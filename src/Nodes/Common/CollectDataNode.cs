using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common.Answers;
using FlowEngine.NodeTypes;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;
using FlowEngine.Text.Personal;

namespace FlowEngine.Nodes.Common;

public sealed record CollectDataConfiguration
    : IValidatedConfiguration, IWaitingConfiguration, IAnsweredConfiguration, IWritingConfiguration, ICallingConfiguration
{
    [Description("Without it, a question that fits the type.")]
    public LocalizedTemplate? Prompt { get; init; }

    [Description("How an answer is read and what is stored: a number for number and integer, true or false for yes_no, a list for multi_choice, else text.")]
    public AnswerType DataType { get; init; }

    [Description("The variable; without it, the type's name.")]
    public string? ContextKey { get; init; }

    [Description("False: an empty answer and 'skip' are taken too, and give default.")]
    public bool Required { get; init; } = true;

    [Description("Must be found in the answer, as it was written or as it was read.")]
    public Regex? ValidationRegex { get; init; }

    [Description("A number, a date, a time, or a count of characters or choices, as the type has it.")]
    public Value Min { get; init; }

    public Value Max { get; init; }

    [Description("For choice and multi_choice. Each is a text (\"Red\"), a text by language, or { \"value\": \"red\", \"label\": ... }: the value is stored, the label is shown.")]
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    [Description("Said after an answer that is refused; without it, why.")]
    public LocalizedTemplate? RetryPrompt { get; init; }

    [Description("Answers that may be refused before the walk goes on at gave_up.")]
    [Range(1, 20)]
    public int MaxAttempts { get; init; } = 3;

    [Description("The variable's value where there is no answer.")]
    public Value Default { get; init; }

    [Description("Ask nothing where the variable has a value.")]
    public bool SkipIfKnown { get; init; }

    [Range(1, 525_600)]
    public int? TimeoutMinutes { get; init; }

    public AssignmentScope Scope { get; init; } = AssignmentScope.Conversation;

    [Description("Where an answer is refused, the model is asked for the value in it, which is then read and checked as an answer. It sees the question and the answer, nothing else.")]
    public bool AskModel { get; init; }

    [Description("With ask_model: name of one of the tenant's AI configurations; by default its default one.")]
    public string? Configuration { get; init; }

    public ImmutableArray<Assignment> SetsAtTimeout => Default.Kind == ValueKind.Null ? [] : [Variable(Default)];

    bool ICallingConfiguration.CallsOut => AskModel;

    TimeSpan? IWaitingConfiguration.Timeout => TimeoutMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    bool IWaitingConfiguration.AlwaysWaits => !SkipIfKnown;

    VariablePath? IWaitingConfiguration.SkippedIfSet => SkipIfKnown && Variable(Value.Null) is var asked
        ? new(asked.Scope == AssignmentScope.Walk ? VariableRoot.Walk : VariableRoot.Conversation, asked.Name, [])
        : null;

    int? IWaitingConfiguration.MaxAttempts => MaxAttempts;

    bool IWaitingConfiguration.MayRefuse => !Rules.TakesAnyText;

    IReadOnlyList<VariableWrite> IWritingConfiguration.Writes
    {
        get
        {
            var write = VariableName.Written(ContextKey ?? AnswerTypes.NameOf(DataType), Scope, Rules.Types, "/context_key") with
            {
                IsNamed = ContextKey is not null,
                Personal = PersonalKinds.Text(Personal),
                Values = Rules.Values,
                Ports = ["success"],
                MayBeNothing = !Required && Default.Kind == ValueKind.Null,
            };
            return Default.Kind == ValueKind.Null
                ? [write]
                : [write, write with { Types = Default.Kind.ToTypes(), Values = [Default], Ports = [NodePort.GaveUp, NodePort.Timeout] }];
        }
    }

    IReadOnlyList<string> IAnsweredConfiguration.Examples => AnswerExamples.Of(Rules);

    Value? IAnsweredConfiguration.Read(string answer, string language, DateTimeOffset now) =>
        Take(answer, AnswerExamples.Setting(language, now)) is { IsAccepted: true } reading ? reading.Value : null;

    /// <summary>
    /// An answer that may be left out is left out by a word for it, unless the type itself reads the word, such as a choice of that name; any word is a
    /// text, so there the word for leaving out comes first.
    /// </summary>
    internal AnswerReading Take(string answer, AnswerSetting setting)
    {
        var isSkipped = !Required && SkipWords.Has(answer);
        if (isSkipped && DataType == AnswerType.Text)
        {
            return AnswerReading.Accept(Default);
        }

        var reading = AnswerReader.Read(answer, Rules, setting);
        return isSkipped && !reading.IsAccepted ? AnswerReading.Accept(Default) : reading;
    }

    internal AnswerRules Rules => new(DataType, Min, Max, ValidationRegex, Choices);

    public IEnumerable<ConfigurationFault> Validate() =>
        (ContextKey is { } key && VariableName.FaultOf(key, "/context_key") is { } fault ? [fault] : Array.Empty<ConfigurationFault>())
        .Concat(AnswerRulesCheck.Faults(Rules));

    internal Assignment Variable(Value value)
    {
        var (scope, name) = VariableName.Read(ContextKey ?? AnswerTypes.NameOf(DataType), Scope);
        return new(scope, name, value) { IsPersonal = Personal != PersonalKind.None && value.Kind != ValueKind.Boolean };
    }

    /// <summary>What is asked for: as the type says, else the variable's name, else the question in any of its languages.</summary>
    private PersonalKind Personal => DataType switch
    {
        AnswerType.Email => PersonalKind.Email,
        AnswerType.Phone => PersonalKind.Phone,
        AnswerType.YesNo or AnswerType.Choice or AnswerType.MultiChoice or AnswerType.Time or AnswerType.Url => PersonalKind.None,
        _ => ContextKey is { } key && PersonalNames.KindOf(key) is not PersonalKind.None and var kind ? kind : OfPrompt(),
    };

    private PersonalKind OfPrompt() => Prompt is null
        ? PersonalKind.None
        : Prompt.ByLanguage.Values.Select(prompt => PersonalNames.KindOf(prompt.Source)).FirstOrDefault(kind => kind != PersonalKind.None);
}

[NodeType("collect_data", NodeCategory.Common,
    Waits = true,
    CallsOut = true,
    Summary = "Asks the user, waits, checks the answer and stores it.")]
[Port("success")]
[Port(NodePort.GaveUp, Optional = true)]
[Port(NodePort.Timeout, Optional = true)]
internal sealed class CollectDataNode : Node<CollectDataConfiguration>
{
    private const int Success = 0;
    private const int GaveUp = 1;

    protected override ValueTask<NodeResult> RunAsync(
        CollectDataConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        if (context.Answer is not { } answer)
        {
            return Now(configuration.SkipIfKnown && IsKnown(configuration, context)
                ? NodeResult.Continue(Success)
                : Ask(configuration, context, Texts.Render(configuration.Prompt, context.Scope), AnswerFault.None));
        }

        var region = configuration.DataType == AnswerType.Phone ? PhoneRegion.For(context.Turn.Tenant) : null;
        var setting = new AnswerSetting(context.Scope, context.Turn.Now, region);
        var reading = configuration.Take(answer, setting);
        return !reading.IsAccepted && configuration.AskModel && reading.Fault != AnswerFault.Missing && answer.Length <= AnswerReader.MaxTextLength
            ? ExtractAsync(answer, reading, setting, configuration, context, cancellationToken)
            : Now(Taken(reading, configuration, context));
    }

    /// <summary>The model's word is an answer like any other: it counts only if it can be read and keeps the rules.</summary>
    private static async ValueTask<NodeResult> ExtractAsync(
        string answer,
        AnswerReading refused,
        AnswerSetting setting,
        CollectDataConfiguration configuration,
        NodeContext context,
        CancellationToken cancellationToken)
    {
        var rules = configuration.Rules;
        var question = Texts.Render(configuration.Prompt, context.Scope) ?? AnswerTexts.Of(rules, AnswerFault.None, context.Scope);
        var kind = string.Join(", ", AnswerTexts.QuickReplies(rules, context.Scope).Prepend(AnswerTypes.NameOf(rules.Type)));
        var reply = await ModelQuestion.AskAsync(
            context, DefaultPrompt.Extract(question, kind), answer, configuration.Configuration, cancellationToken);
        var reading = AnswerExtraction.ValueIn(reply.Text) is { } value && (rules.Type != AnswerType.Text || AnswerExtraction.IsOf(value, answer))
            ? AnswerReader.Read(value, rules, setting)
            : refused;
        return Taken(reading.IsAccepted ? reading : refused, configuration, context) with { Usage = reply.Usage };
    }

    private static NodeResult Taken(AnswerReading reading, CollectDataConfiguration configuration, NodeContext context)
    {
        if (reading.IsAccepted)
        {
            return NodeResult.Continue(Success) with { Sets = [configuration.Variable(reading.Value)] };
        }

        return context.Attempts + 1 >= configuration.MaxAttempts
            ? NodeResult.Continue(GaveUp) with { Sets = configuration.SetsAtTimeout }
            : Ask(configuration, context, Texts.Render(configuration.RetryPrompt, context.Scope), reading.Fault);
    }

    private static NodeResult Ask(CollectDataConfiguration configuration, NodeContext context, string? text, AnswerFault fault)
    {
        var question = text ?? AnswerTexts.Of(configuration.Rules, fault, context.Scope);
        var message = context.NewMessage(question, MessageKind.Question) with
        {
            QuickReplies = AnswerTexts.QuickReplies(configuration.Rules, context.Scope),
        };
        var timeout = configuration.TimeoutMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null;
        return NodeResult.Wait(timeout, refused: fault != AnswerFault.None) with { Messages = [message] };
    }

    private static bool IsKnown(CollectDataConfiguration configuration, NodeContext context)
    {
        var (scope, name, _) = configuration.Variable(Value.Null);
        return !(scope == AssignmentScope.Walk ? context.Variables.Walk(name) : context.Variables.Conversation(name)).IsBlank;
    }
}
