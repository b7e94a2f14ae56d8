using System.Collections.Immutable;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.AI;

namespace FlowEngine.Nodes.Common.Tools;

/// <summary>Runs the tools that the model calls for one answer, and keeps what they gave.</summary>
internal sealed class AnswerTools
{
    private const int CallsPerRound = 4;

    /// <summary>In the place of a name that is no tool's: that is the model's own text, which may repeat what the user wrote.</summary>
    private const string NoTool = "unknown";

    private readonly HashSet<string> _names;
    private readonly ProductTools _products;
    private readonly KnowledgeTool _knowledge;
    private readonly LeadTool _lead;
    private readonly List<string> _ran = [];
    private readonly List<string> _refused = [];

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

    /// <summary>Names of the calls that were run, in order: <c>search_products, get_product</c>.</summary>
    public string Ran => string.Join(", ", _ran);

    /// <summary>The other calls, with why: <c>get_product: bad_arguments</c>.</summary>
    public string Refused => string.Join(", ", _refused);

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
            Note(isKnown ? calls[i].Name : NoTool, answer.Fault);
        }

        return answers;
    }

    private void Note(string name, string? fault)
    {
        if (fault is null)
        {
            _ran.Add(name);
        }
        else
        {
            _refused.Add($"{name}: {fault}");
        }
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
