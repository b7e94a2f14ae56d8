using System.Reflection;
using FlowEngine.Comparing.Causes;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Tests.Ladder;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Tests.Causes;

/// <summary>The cause of a difference between V1 and V2 is the first thing that their models were given otherwise.</summary>
public sealed class ModelInputCauseTests
{
    private static readonly Difference s_amounts = new("entities.amounts", "changed", Severity.Major, "5", "6");

    private static readonly Product s_product = new() { Id = 1, Sku = "f1", Slug = "f1", Name = "Forklift", CategorySlug = "forklifts", Price = 5, Currency = "EUR" };

    private static readonly Product s_other = s_product with { Id = 2, Name = "Reach truck" };

    private static readonly ModelContext s_given = new()
    {
        Language = "en",
        UserMessage = "How much is it?",
        SystemPrompt = "Be brief.",
        TenantName = "Demo",
        Currency = "EUR",
        Directives = [new("tone", "kind", "string", "style", 1)],
        History = [new(MessageRole.User, "Hello", default)],
        Products = [s_product, s_other],
        ProductsWereSearched = true,
        Contact = new() { Phone = "1" },
        Passages = [new(1, "Delivery", "Two days.", null, 0.5)],
        Variables = new Dictionary<string, Value> { ["city"] = Value.Of("Izmir") },
    };

    /// <summary>By property of what a model is given, with one thing other, and the part that it is.</summary>
    private static readonly Dictionary<string, (string Part, Func<ModelContext, ModelContext> Change)> s_changes = new()
    {
        [nameof(ModelContext.Language)] = ("language", given => given with { Language = "tr" }),
        [nameof(ModelContext.UserMessage)] = ("message", given => given with { UserMessage = "Another" }),
        [nameof(ModelContext.SystemPrompt)] = ("prompt", given => given with { SystemPrompt = "Be long." }),
        [nameof(ModelContext.TenantName)] = ("tenant", given => given with { TenantName = "Other" }),
        [nameof(ModelContext.Currency)] = ("tenant", given => given with { Currency = "USD" }),
        [nameof(ModelContext.Directives)] = ("directives", given => given with { Directives = [] }),
        [nameof(ModelContext.History)] = ("history", given => given with { History = [] }),
        [nameof(ModelContext.Products)] = ("products", given => given with { Products = [s_product with { Price = 6 }, s_other] }),
        [nameof(ModelContext.ProductsWereSearched)] = ("product_search", given => given with { ProductsWereSearched = !given.ProductsWereSearched }),
        [nameof(ModelContext.PriceQueryType)] = ("price_query", given => given with { PriceQueryType = "cheapest" }),
        [nameof(ModelContext.VatNote)] = ("vat_note", given => given with { VatNote = "Without VAT." }),
        [nameof(ModelContext.Category)] = ("category", given => given with { Category = "Forklifts" }),
        [nameof(ModelContext.Passages)] = ("passages", given => given with { Passages = [] }),
        [nameof(ModelContext.Contact)] = ("contact", given => given with { Contact = null }),
        [nameof(ModelContext.Comparison)] = ("comparison", given => given with { Comparison = new([s_product, s_other], [], [], [], "table") }),
        [nameof(ModelContext.Variables)] = ("variables", given => given with { Variables = new Dictionary<string, Value>() }),
    };

    public static TheoryData<string> Properties => [.. s_changes.Keys];

    [Fact]
    public void EveryPropertyOfWhatAModelIsGiven_IsAPart() => Assert.Equal(
        typeof(ModelContext).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order(StringComparer.Ordinal),
        s_changes.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Properties))]
    public void Of_OneThingOther_IsThatThing(string property)
    {
        var (part, change) = s_changes[property];

        // Whether a search was made matters where it found nothing.
        var given = property == nameof(ModelContext.ProductsWereSearched) ? s_given with { Products = [] } : s_given;
        var cause = RootCauses.Of(V1(given), V2(change(given)), s_amounts);

        Assert.Equal((part, "10", $"{part}:10:entities.amounts:changed"), (cause.Kind, cause.At, cause.Cluster));
        Assert.Equal(part, cause.Inputs![0]);
        Assert.Equal(part, RootCauses.Of(V2(given), V1(change(given)), s_amounts).Kind);
        Assert.Equal(part, RootCauses.Of(V2(given), V2(change(given), "a3"), s_amounts).Kind);
    }

    [Fact]
    public void Of_SeveralThingsOther_IsTheFirstInOrder_AndNamesAll()
    {
        var other = s_given with { SystemPrompt = "x", History = [], Products = [s_other, s_product] };

        var cause = RootCauses.Of(V1(s_given), V2(other), s_amounts);

        Assert.Equal("product_order", cause.Kind);
        Assert.Equal(["product_order", "history", "prompt"], cause.Inputs);
    }

    [Fact]
    public void Of_TheSameGivenAndAnotherAnswer_IsTheModel() =>
        Assert.Equal("model:small:entities.amounts:changed", RootCauses.Of(V1(s_given), V2(s_given, "other"), s_amounts).Cluster);

    [Fact]
    public void Of_OtherInputsAndTheSameAnswer_IsWhatWasMadeOfIt() =>
        Assert.Equal("post_processing", RootCauses.Of(V1(s_given), V2(s_given with { SystemPrompt = "x" }, "a1"), s_amounts).Kind);

    [Fact]
    public void Of_AFlowThatAskedNoModel_IsTheWayItTook()
    {
        var flow = V2(s_given) with { ModelCalls = [], Model = null, WaitingNodeId = null };

        Assert.Equal("branch:7:2:no_model:entities.amounts:changed", RootCauses.Of(V1(s_given), flow, s_amounts).Cluster);
    }

    [Fact]
    public void Of_AQuestionThatOnlyTheFlowAsks_IsNoCause()
    {
        var asking = V2(s_given, "other") with { ModelCalls = [Call("3", s_given with { SystemPrompt = "What is wanted?" }, "x", ""), Call("10", s_given, "other", "m")] };

        Assert.Equal("model", RootCauses.Of(V1(s_given), asking, s_amounts).Kind);
    }

    [Fact]
    public void Of_AnEarlierCallAnsweredOtherwise_IsTheModel()
    {
        var question = s_given with { SystemPrompt = "Which category?" };
        var control = V2(s_given) with { ModelCalls = [Call("3", question, "forklifts", ""), Call("10", s_given, "a1", "m")] };
        var candidate = V2(s_given) with
        {
            ModelCalls = [Call("3", question, "trucks", ""), Call("10", s_given with { Category = "Trucks" }, "a2", "m")],
        };

        Assert.Equal("model", RootCauses.Of(control, candidate, s_amounts).Kind);
    }

    [Fact]
    public void Of_TextsOfPersons_AreNotInWhatIsStored()
    {
        var stored = ObservationJson.Write(V1(s_given with { UserMessage = "My number is 5551234567" }));

        Assert.DoesNotContain("5551234567", stored, StringComparison.Ordinal);
        Assert.Empty(ObservationMask.Clean(V1(s_given)).ModelCalls);
    }

    private static Observation V1(ModelContext given) =>
        Sample.V1() with { Model = "small", ModelParameters = null, InputHash = "i", VariablesBefore = new Dictionary<string, string>(), ModelCalls = [Call("model", given, "a1", "m")] };

    private static Observation V2(ModelContext given, string answer = "a2") => Sample.V2() with
    {
        Model = "small",
        ModelParameters = null,
        InputHash = "i",
        VariablesBefore = new Dictionary<string, string>(),
        OutsideAnswers = [],
        ModelCalls = [Call("10", given, answer, "m")],
    };

    private static ObservedModelCall Call(string node, ModelContext given, string answer, string messageId) =>
        ModelInputs.Of(new(node, new(new TenantKey(1, "i"), given, messageId), new(answer, new("small", 1, 1))));
}
