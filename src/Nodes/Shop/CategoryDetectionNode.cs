using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

public sealed record CategoryDetectionConfiguration : IWaitingConfiguration
{
    [Description("By the slug of a category.")]
    public IReadOnlyDictionary<string, IReadOnlyList<CategoryQuestion>> CategoryQuestions { get; init; } =
        new Dictionary<string, IReadOnlyList<CategoryQuestion>>();

    public bool AskQuestions { get; init; }

    [Description("Slugs; of categories that are named equally well, the first here wins.")]
    public IReadOnlyList<string> Priority { get; init; } = [];

    [Description("Slugs of categories that lose against any other, but win where the message has their very name.")]
    public IReadOnlyList<string> ExcludeUnlessExplicit { get; init; } = [];

    bool IWaitingConfiguration.MayWait => AskQuestions && CategoryQuestions.Values.Any(questions => questions.Count > 0);
}

public sealed record CategoryQuestion
{
    public required string Key { get; init; }

    public required LocalizedTemplate Question { get; init; }

    [Description("Offered as quick replies; any other answer is taken as well.")]
    public IReadOnlyList<LocalizedTemplate> Options { get; init; } = [];
}

[NodeType("category_detection", NodeCategory.Shop,
    Summary = "Finds the category meant by the tenant's own names and synonyms, and may ask its questions one by one.",
    Waits = true,
    Sets = [CategorySearch.Variable + ":object", CategoryDetectionNode.Answers + ":object"])]
[Port("detected")]
[Port("not_detected", Optional = true)]
internal sealed class CategoryDetectionNode : Node<CategoryDetectionConfiguration>
{
    /// <summary>An object with the answer by the question's key.</summary>
    public const string Answers = "category_answers";

    protected override async ValueTask<NodeResult> RunAsync(
        CategoryDetectionConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        if (context.Answer is { } answer && context.Variables.Walk(CategorySearch.Variable) is { IsEmpty: false } waiting)
        {
            return Take(answer, waiting, configuration, context);
        }

        var categories = await context.Ports.Catalog.CategoriesAsync(context.Tenant, cancellationToken);
        var category = CategoryFinder.Find(
            context.Scope.Fold(context.UserMessage), categories, configuration.Priority, configuration.ExcludeUnlessExplicit);
        if (category is null)
        {
            return NodeResult.Continue(1) with { Sets = WalkSets.Of((CategorySearch.Variable, Value.Null), (Answers, Value.Null)) };
        }

        var name = category.Name.GetValueOrDefault(context.Language) ?? category.Name.Values.FirstOrDefault() ?? category.Slug;
        var value = Value.Object(
            ("id", Value.Of((decimal)category.Id)), ("slug", Value.Of(category.Slug)), ("name", Value.Of(name)));
        return AskOrGoOn(value, Value.Object(), configuration, context);
    }

    private static NodeResult Take(string answer, Value category, CategoryDetectionConfiguration configuration, NodeContext context)
    {
        var answers = context.Variables.Walk(Answers);
        if (Next(category, answers, configuration) is not { } question)
        {
            return AskOrGoOn(category, answers, configuration, context);
        }

        var text = UnicodeText.Trim(answer);
        var folded = new FoldedText(text);
        var options = question.Options.Select(option => option.Render(context.Scope)).ToList();
        var option = options.Find(option => UnicodeText.Trim(option) == text) ?? options.Find(option => new FoldedText(option).IsSame(folded));
        var taken = new Dictionary<string, Value>(answers.Members, StringComparer.Ordinal) { [question.Key] = Value.Of(option ?? text) };
        return AskOrGoOn(category, Value.Of(taken), configuration, context);
    }

    private static NodeResult AskOrGoOn(Value category, Value answers, CategoryDetectionConfiguration configuration, NodeContext context)
    {
        var sets = WalkSets.Of((CategorySearch.Variable, category), (Answers, answers));
        if (Next(category, answers, configuration) is not { } question)
        {
            return NodeResult.Continue() with { Sets = sets };
        }

        var message = context.NewMessage(question.Question.Render(context.Scope), MessageKind.Question) with
        {
            QuickReplies = [.. question.Options.Select(option => option.Render(context.Scope))],
        };
        return NodeResult.Wait() with { Sets = sets, Messages = [message] };
    }

    private static CategoryQuestion? Next(Value category, Value answers, CategoryDetectionConfiguration configuration) =>
        configuration.AskQuestions && configuration.CategoryQuestions.TryGetValue(category["slug"].ToString(), out var questions)
            ? questions.FirstOrDefault(question => !answers.Members.ContainsKey(question.Key))
            : null;
}
