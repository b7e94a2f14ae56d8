using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class AiResponseTests
{
    private readonly TestWorld _world = new();

    [Fact]
    public async Task Run_WithoutContext_ShowsTheModelWhatTheWalkHas()
    {
        var walk = Json("""
            { "products": [1, 3], "price_query_type": "cheapest", "vat_note": "KDV hariç", "category": { "slug": "transpalet", "name": "Transpalet" },
              "contact": { "phone": "1" }, "passages": [11], "comparison": { "ids": [1, 2], "format": "list" },
              "history": [{ "role": "assistant", "content": "eski", "at": "2026-12-01T10:00:00+03:00" }] }
            """);

        await NodeBench.Start(_world, "ai_response", Json("""{ "system_prompt": "Ben {{tenant.name}}" }"""), walk).SayAsync("merhaba");

        var given = Assert.Single(_world.Model.Asked);
        Assert.Equal("Ben Depo Makina", given.SystemPrompt);
        Assert.Equal([1L, 3], given.Products.Select(product => product.Id));
        Assert.True(given.ProductsWereSearched);
        Assert.Equal(("cheapest", "KDV hariç", "Transpalet"), (given.PriceQueryType, given.VatNote, given.Category));
        Assert.Equal("1", given.Contact?.Phone);
        Assert.Equal([11L], given.Passages.Select(passage => passage.Id));
        Assert.Equal("list", given.Comparison?.Format);
        Assert.Equal(new HistoryMessage(MessageRole.Assistant, "eski", new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(3))), Assert.Single(given.History));
        Assert.Equal("tone", Assert.Single(given.Directives).Key);
    }

    [Fact]
    public async Task Run_WithContext_AddsOnlyWhatItDoesNotHave()
    {
        var walk = Json("""
            { "context": { "products": [], "history": [], "directives": [], "variables": { "name": "Ayşe" } }, "products": [1], "contact": { "email": "a@b.example" } }
            """);

        await NodeBench.Start(_world, "ai_response", [], walk).SayAsync("merhaba");

        var given = Assert.Single(_world.Model.Asked);
        Assert.Empty(given.Products);
        Assert.Empty(given.Directives);
        Assert.Equal("a@b.example", given.Contact?.Email);
        Assert.Equal("Ayşe", given.Variables["name"].Text);
    }

    [Fact]
    public async Task Run_WhenAnswered_StreamsWithoutHalfMarkersAndKeepsTheProductsNamed()
    {
        _world.Model.Answer = _ => "Öneri: [LINK:shop:product:ep-1500] ve MT-2000";
        var talk = NodeBench.Start(_world, "ai_response", Json("""{ "store_as": "conversation.last" }"""), Json("""{ "products": [1, 2, 3] }"""));

        var outcome = await talk.SayAsync("merhaba");

        var message = Assert.Single(outcome.Messages);
        Assert.Equal([1L, 2], message.Products.Select(product => product.Id));
        Assert.Equal(message.Content, talk.Stream.Texts[message.Id]);
        Assert.Equal(message.Content, talk.State.Vars["last"].Text);
        Assert.Equal(message.Id, Walked.Value(outcome, "answer_message_id").Text);
        Assert.Equal(100, outcome.Usage.InputTokens);
    }

    [Theory]
    [InlineData("EP-1500 fiyatı 60.000,00 TRY")]
    [InlineData("Akülü Transpalet EP-1500: TRY 60,000.00, [LINK:shop:product:ep-1500] https://depo.example/urun/ep-1500.")]
    [InlineData("Bu transpalet 1500 kg kaldırır ve 24V ile çalışır. Merhaba Ayşe Hanım!")]
    [InlineData("Akülü Transpalet TRY 60.000,00")]
    [InlineData("Akülü Transpalet GBP ya da USD ile satılmaz.")]
    [InlineData("Akülü Transpalet KDV dahil değildir. Manuel Transpalet Euro ile satılmaz.")]
    [InlineData("Bu Transpalet 1500 Kilogram taşır. Bu transpalet Kilogram başına ölçülür, Ocak Transpalet ayıdır.")]
    [InlineData("Depo Transpalet satar, Transpalet Tuzla deposundadır.")]
    public async Task Grounded_WithWhatWasGiven_IsSaid(string answer)
    {
        _world.Model.Answer = _ => answer;
        var talk = Grounded();

        var outcome = await talk.SayAsync("EP-1500");

        Assert.Equal(answer, Assert.Single(outcome.Messages).Content);

        // Said as a whole, once it was checked.
        Assert.Equal(answer, Assert.Single(talk.Stream.Texts).Value);
        Assert.Single(_world.Model.Asked);
    }

    [Theory]
    [InlineData("EP-1500 yalnızca 55.000 TL!")]
    [InlineData("only $5")]
    [InlineData("Bakınız: https://evil.example/x")]
    [InlineData("[LINK:shop:product:olmayan]")]
    [InlineData("[LINK:page:evil]")]
    [InlineData("XR-9000 modelimiz de var")]
    [InlineData("Elimizde bir Toyota Transpalet var")]
    [InlineData("Akülü Transpalet GBP 900")]
    public async Task Grounded_WithWhatWasNotGiven_IsRepairedOnceThenRefused(string invented)
    {
        var answers = new Queue<string>([invented, "Yalnız EP-1500 var."]);
        _world.Model.Answer = _ => answers.Dequeue();
        var repaired = await Grounded().SayAsync("EP-1500");
        var prompt = _world.Model.Asked[^1].SystemPrompt;

        _world.Model.Answer = _ => invented;
        var refused = await Grounded().SayAsync("EP-1500");

        Assert.Equal("Yalnız EP-1500 var.", Assert.Single(repaired.Messages).Content);
        Assert.Contains("was not given", prompt, StringComparison.Ordinal);
        Assert.Equal(200, repaired.Usage.InputTokens);
        Assert.Equal(FailureCodes.NotGrounded, refused.Failure?.Code);
        Assert.DoesNotContain(refused.Messages, message => message.Content.Contains(invented, StringComparison.Ordinal));
    }

    private TestConversation Grounded() =>
        NodeBench.Start(_world, "ai_response", Json("""{ "grounded": true }"""), Json("""{ "products": [1, 2] }"""), ["error"]);

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
