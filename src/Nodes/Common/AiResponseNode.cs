using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common.Grounding;
using FlowEngine.Nodes.Common.Tools;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public sealed record AiResponseConfiguration : IValidatedConfiguration, IWritingConfiguration
{
    [SentOut("the model's prompt")]
    [Description("By default: answer from what is given, in the user's language.")]
    public LocalizedTemplate? SystemPrompt { get; init; }

    [Description("Name of one of the tenant's AI configurations; by default its default one.")]
    public string? Configuration { get; init; }

    [Range(0.0, 2.0)]
    public double? Temperature { get; init; }

    [Range(1, 100_000)]
    public int? MaxTokens { get; init; }

    [Description("An answer that names a product, price or link that was not given is repaired once, then refused; it is not streamed.")]
    public bool Grounded { get; init; }

    [Description("A variable that takes the answer too: a name for the walk, conversation.NAME for the conversation.")]
    public string? StoreAs { get; init; }

    [Description("What the model may do before it answers; by default nothing. Then answer_tools says which it used, answer_tools_refused which calls failed and why. A lead that it saves commits with the turn.")]
    public IReadOnlyList<AnswerTool> Tools { get; init; } = [];

    [Description("Rounds of tool calls; then the model must answer.")]
    [Range(1, 8)]
    public int MaxToolRounds { get; init; } = 3;

    IReadOnlyList<VariableWrite> IWritingConfiguration.Writes =>
    [
        .. StoreAs is null ? Array.Empty<VariableWrite>() : [VariableName.Written(StoreAs, AssignmentScope.Walk, ValueTypes.Text, "/store_as")],
        .. Tools.Count == 0 ? Array.Empty<VariableWrite>() :
        [
            new(AssignmentScope.Walk, AnswerVariables.Tools, ValueTypes.Text),
            new(AssignmentScope.Walk, AnswerVariables.RefusedTools, ValueTypes.Text),
        ],
    ];

    public IEnumerable<ConfigurationFault> Validate() =>
        StoreAs is null || VariableName.FaultOf(StoreAs, "/store_as") is not { } fault ? [] : [fault];
}

[NodeType("ai_response", NodeCategory.Common,
    Summary = "Says one message: the model's answer from what the walk has gathered, and from what it looks up with tools.",
    CallsOut = true,
    AnswersByModel = true,
    Reads = ["context?", "contact?", "products?", "passages?", "comparison?", "history?"],
    Sets = [AnswerVariables.Answer + ":text", AnswerVariables.MessageId + ":text", AnswerVariables.Products + ":list", AnswerVariables.Cut + ":text"],
    Says = Saying.Always)]
[Port("next")]
[Port(NodePort.Error, Optional = true)]
internal sealed class AiResponseNode : Node<AiResponseConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        AiResponseConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var prompt = configuration.SystemPrompt?.Render(context.Scope) ?? DefaultPrompt.In(context.Language);
        var given = await ModelContextBuilder.BuildAsync(
            context, configuration.Tools.Count == 0 ? prompt : DefaultPrompt.WithTools(prompt), cancellationToken);
        var request = new ModelRequest(
            context.Tenant,
            given,
            context.NewMessageId(),
            configuration.Configuration,
            configuration.Temperature,
            configuration.MaxTokens,
            Stream: !configuration.Grounded);
        var tools = new AnswerTools(configuration.Tools, context, given);
        var rounds = new ToolRounds(context.Ports.Models, tools, configuration.MaxToolRounds);
        var reply = configuration.Grounded
            ? await GroundedAsync(request, rounds, tools, context, cancellationToken)
            : await StreamedAsync(request, rounds, context, cancellationToken);
        return reply.Text is { } answer
            ? Answered(answer.Trim(), request, reply, tools, configuration)
            : NodeResult.Fail(reply.FailureCode ?? FailureCodes.ModelFailed, reply.Cause) with { Usage = reply.Usage };
    }

    private static NodeResult Answered(
        string answer, ModelRequest request, ModelReply reply, AnswerTools tools, AiResponseConfiguration configuration)
    {
        var given = tools.Gathered;
        IReadOnlyList<Product> known = [.. given.Products.Concat(given.Comparison?.Products ?? []).DistinctBy(product => product.Id)];
        var named = ProductNames.In(answer, known);
        var message = new Message
        {
            Id = request.MessageId,
            Role = MessageRole.Assistant,
            Content = answer,
            Products = named,
        };
        var result = NodeResult.Continue() with
        {
            Messages = [message],
            Sets = Sets(answer, request.MessageId, named, reply.Usage.Cut, tools, configuration.StoreAs),
            Usage = reply.Usage,
        };
        return tools.Effects.IsEmpty ? result : result with { Effects = tools.Effects };
    }

    private static ImmutableArray<Assignment> Sets(
        string answer, string messageId, IReadOnlyList<Product> named, string? cut, AnswerTools tools, string? storeAs)
    {
        var sets = WalkSets.Of(
            (AnswerVariables.Answer, Value.Of(answer)),
            (AnswerVariables.MessageId, Value.Of(messageId)),
            (AnswerVariables.Products, Value.Of([.. named.Select(product => Value.Of((decimal)product.Id))])),
            (AnswerVariables.Cut, cut is null ? Value.Null : Value.Of(cut)));
        if (tools.Declared.Count > 0)
        {
            sets = sets.AddRange(WalkSets.Of(
                (AnswerVariables.Tools, Value.Of(tools.Ran)), (AnswerVariables.RefusedTools, Value.Of(tools.Refused))));
        }

        if (storeAs is null)
        {
            return sets;
        }

        var (scope, name) = VariableName.Read(storeAs, AssignmentScope.Walk);
        return sets.Add(new(scope, name, Value.Of(answer)));
    }

    private static async ValueTask<ModelReply> StreamedAsync(
        ModelRequest request, ToolRounds rounds, NodeContext context, CancellationToken cancellationToken)
    {
        var stream = new LinkHoldingStream(context.Stream);
        var reply = await rounds.AnswerAsync(request, stream, cancellationToken);
        if (reply.Text is not null)
        {
            await stream.FlushAsync(request.MessageId, cancellationToken);
        }

        return reply;
    }

    private static async ValueTask<ModelReply> GroundedAsync(
        ModelRequest request, ToolRounds rounds, AnswerTools tools, NodeContext context, CancellationToken cancellationToken)
    {
        var first = await rounds.AnswerAsync(request, NoReplyStream.Instance, cancellationToken);
        if (first.Text is null || Faults(first.Text) is not { Count: > 0 } faults)
        {
            return first;
        }

        var repair = request.Context with { SystemPrompt = $"{request.Context.SystemPrompt}\n\n{DefaultPrompt.Repair(faults)}" };
        var second = await rounds.AnswerAsync(request with { Context = repair }, NoReplyStream.Instance, cancellationToken);
        var usage = first.Usage.Plus(second.Usage);
        if (second.Text is not null && Faults(second.Text) is { Count: > 0 } left)
        {
            return new(null, usage, FailureCodes.NotGrounded, $"not given: {string.Join("; ", left)}");
        }

        return second with { Usage = usage };

        IReadOnlyList<string> Faults(string answer) => new GroundingCheck(tools.Gathered, context.Turn.Tenant).Faults(answer);
    }
}
