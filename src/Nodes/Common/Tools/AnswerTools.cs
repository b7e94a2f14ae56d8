using System.Collections.Immutable;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.AI;

namespace FlowEngine.Nodes.Common.Tools;

/// <summary>Runs the tools that the model calls for one answer, and keeps what they gave.</summary>
internal sealed class AnswerTools
{
    private const int CallsPerRound = 4;

    private readonly HashSet<string> _names;
    private readonly ProductTools _products;
    private readonly KnowledgeTool _knowledge;
    private readonly LeadTool _lead;
    private readonly List<Value> _ran = [];

    public AnswerTools(IReadOnlyList<AnswerTool> offered, NodeContext context, ModelContext given)
    {
        Declared = [.. offered.Distinct().Select(ToolDeclarations.Of)];
        Gathered = given;
        _names = Declared.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        _products = new(context);
        _knowledge = new(context);
        _lead = new(context, given);
    }

    public IReadOnlyList<AIFunctionDeclaration> Declared { get; }

    /// <summary>What the model was given, tools included.</summary>
    public ModelContext Gathered { get; private set; }

    public ImmutableArray<EffectIntent> Effects => _lead.Lead is { } lead ? [lead] : [];

    /// <summary>A name for each call, in order; of one that could not be run with why: <c>get_product:bad_arguments</c>.</summary>
    public Value Ran => _ran.Count == 0 ? Value.EmptyList : Value.Of([.. _ran]);

    /// <returns>An answer for each call.</returns>
    public async ValueTask<IReadOnlyList<string>> RunAsync(IReadOnlyList<ModelToolCall> calls, CancellationToken cancellationToken)
    {
        var answers = new List<string>(calls.Count);
        for (var i = 0; i < calls.Count; i++)
        {
            var isKnown = _names.Contains(calls[i].Name);
            var answer = i >= CallsPerRound ? ToolAnswer.Refuse("too_many_calls", $"At most {CallsPerRound} calls are made at once. Call again if you need to.")
                : !isKnown ? ToolAnswer.Refuse("unknown_tool", $"There is no such tool. There are: {string.Join(", ", Declared.Select(tool => tool.Name))}.")
                : calls[i].Arguments is not { } arguments ? ToolAnswer.BadArguments("The arguments must be a short JSON object.")
                : await RunAsync(calls[i].Name, arguments, cancellationToken);
            answers.Add(answer.Json);
            // What is no tool's name is the model's own text, which may repeat what the user wrote.
            var name = isKnown ? calls[i].Name : "unknown";
            _ran.Add(Value.Of(answer.Fault is null ? name : $"{name}:{answer.Fault}"));
        }

        return answers;
    }

    private async ValueTask<ToolAnswer> RunAsync(string name, Value arguments, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case ModelTools.SearchProducts:
                return Gather(await _products.SearchAsync(arguments, cancellationToken));
            case ModelTools.GetProduct:
                return Gather(await _products.GetAsync(arguments, cancellationToken));
            case ModelTools.SearchKnowledge:
                var (answer, passages) = await _knowledge.SearchAsync(arguments, cancellationToken);
                Gathered = Gathered with { Passages = [.. Gathered.Passages.Concat(passages).DistinctBy(passage => passage.Id)] };
                return answer;
            default:
                return _lead.Save(arguments);
        }
    }

    private ToolAnswer Gather((ToolAnswer Answer, IReadOnlyList<Product> Found) looked)
    {
        Gathered = Gathered with
        {
            Products = [.. Gathered.Products.Concat(looked.Found).DistinctBy(product => product.Id)],
            ProductsWereSearched = Gathered.ProductsWereSearched || looked.Answer.Fault is null,
        };
        return looked.Answer;
    }
}
