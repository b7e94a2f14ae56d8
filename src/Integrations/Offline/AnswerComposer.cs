using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Integrations.Offline;

/// <summary>Decides what a question is about and has it answered from what the context holds.</summary>
internal static class AnswerComposer
{
    public static string Compose(ModelContext context)
    {
        var wording = WordingOf(context.Language);
        var rules = Rules.Of(context.Directives);
        var question = new Question(context.UserMessage);
        var hello = question.SmallTalk.Greets ? SmallTalkAnswer.Hello(context, wording, rules) : "";
        var lines = question.SmallTalk.IsAll
            ? [SmallTalkAnswer.Line(context, question.SmallTalk.Kind, wording, rules)]
            : Answer(context, question, wording, rules);
        return string.Join('\n', lines.Prepend(hello).Where(line => line.Length > 0));
    }

    public static string WithoutData(string userMessage) =>
        WordingOf(LanguageDetector.Detect(userMessage, ["tr", "en"], fallback: "en")).NoData;

    private static IEnumerable<string> Answer(ModelContext context, Question question, Wording wording, Rules rules)
    {
        var priceType = PriceAnswer.Type(context, question);
        if (question.AsksContact && context.Contact is not null && priceType is null)
        {
            return ContactAnswer.Lines(context.Contact, wording.Contact.Intro, wording);
        }

        if (context.Comparison is { Products.Count: > 1 } comparison)
        {
            return ComparisonAnswer.Lines(comparison, wording).Concat(Note(context, rules));
        }

        if (question.AsksComparison && Compared(context, question) is { } made)
        {
            return ComparisonAnswer.Lines(made, wording).Concat(Note(context, rules));
        }

        if (question.IsInTrouble && context.Contact is not null)
        {
            return ContactAnswer.Lines(context.Contact, wording.Contact.Sorry, wording);
        }

        var productsFit = ProductsFit(context, priceType, question);
        var mayBeKnowledge = context.PriceQueryType is null || context is { PriceQueryType: "list", Category: null };
        if (mayBeKnowledge && PassagesFit(context, question, productsFit))
        {
            IEnumerable<string> offer = question.AsksSupport ? ContactAnswer.Offer(context.Contact, wording) : [];
            return PassageAnswer.Lines(context, question, wording).Concat(offer);
        }

        if (question.AsksSupport && context.Contact is not null && priceType is null)
        {
            return ContactAnswer.Lines(context.Contact, wording.Contact.Sorry, wording);
        }

        if (!productsFit)
        {
            return Nothing(context, question, wording, rules);
        }

        var lines = priceType is null
            ? ProductAnswer.Lines(context, question, wording, rules)
            : PriceAnswer.Lines(context, priceType, question, wording, rules);
        return lines.Concat(Note(context, rules));
    }

    /// <summary>What was found by one word of several, or by words such as "what" and "the" alone, was not meant.</summary>
    private static bool ProductsFit(ModelContext context, string? priceType, Question question) =>
        context.Products.Count > 0
        && (priceType is not null
            || context.Category is not null
            || question.Words.Count == 0
            || context.Products.Any(product => ProductAnswer.IsNamed(product, question))
            || context.Products.Any(product => Overlap(product, question) is var words && (words > 1 || words * 2 > question.Words.Count)));

    /// <summary>Two or more of the given products that the message names; null where it does not.</summary>
    private static ProductComparison? Compared(ModelContext context, Question question)
    {
        var named = context.Products.Where(product => ProductAnswer.IsNamed(product, question)).ToList();
        return named.Count > 1 ? ProductComparer.Compare(named, "text", rates: null) : null;
    }

    /// <summary>With products and passages at hand, the question's words decide; the products if there are as many.</summary>
    private static bool PassagesFit(ModelContext context, Question question, bool productsFit) =>
        PassageAnswer.Fits(context.Passages, question)
        && (!productsFit
            || PassageAnswer.Strength(context.Passages, question) > context.Products.Max(product => Strength(product, question)));

    private static int Strength(Product product, Question question) =>
        Overlap(product, question) + WordOverlap.Count(question.Words, product.Name);

    private static int Overlap(Product product, Question question) =>
        WordOverlap.Count(question.Words, $"{product.Name} {product.Sku} {product.CategorySlug.Replace('-', ' ')} {product.Description}");

    private static IEnumerable<string> Nothing(ModelContext context, Question question, Wording wording, Rules rules)
    {
        if (question.SmallTalk.Kind is not (SmallTalkKind.None or SmallTalkKind.Greeting))
        {
            return [SmallTalkAnswer.Line(context, question.SmallTalk.Kind, wording, rules)];
        }

        if (question.Words.Count == 0)
        {
            return [wording.SmallTalk.WhatICanDo];
        }

        var said = question.AsksContact ? wording.Contact.None
            : question.WantsProduct ? wording.NothingFound
            : !context.ProductsWereSearched || context.Products.Count > 0 ? wording.Unknown
            : context.Category is { } category ? wording.NothingFoundIn(PlainText.Of(category))
            : wording.NothingFound;
        return [said, .. ContactAnswer.Offer(context.Contact, wording)];
    }

    private static IEnumerable<string> Note(ModelContext context, Rules rules) =>
        (context.VatNote ?? rules.VatNote) is { Length: > 0 } note ? [PlainText.Of(note)] : [];

    private static Wording WordingOf(string language) =>
        language.StartsWith("tr", StringComparison.OrdinalIgnoreCase) ? TurkishWording.Wording : EnglishWording.Wording;
}
