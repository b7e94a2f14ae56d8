using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Flows;

public sealed class ShopAssistantTests
{
    private readonly TestWorld _world = new();

    [Theory]
    [InlineData("shop-assistant")]
    [InlineData("lead-capture")]
    public void Check_OfASampleFlow_FindsNothing(string name)
    {
        var check = FlowChecker.Check(SampleFlow.Text(name), new CheckContext(_world.Registry));

        Assert.Empty(check.Findings);
        Assert.Equal("1", check.StartNodeId);
    }

    [Theory]
    [InlineData("transpalet istiyorum", "1,2,3,4,5,7,8,9,10,12,13,14")]
    [InlineData("en ucuz forklift", "1,2,3,4,5,6,8,9,10,12,13,14")]
    [InlineData("nasılsın?", "1,2,3,9,10,12,13,14")]
    [InlineData("iletişim bilgisi", "1,2,3,11,10,12,13,14")]
    [InlineData("İLETİŞİM BİLGİSİ", "1,2,3,11,10,12,13,14")]
    [InlineData("garanti süresi nedir?", "1,2,3,9,10,12,13,14")]
    [InlineData("EP-1500 satın almak istiyorum", "1,2,3,4,6,8,9,10,12,13,14")]
    [InlineData("uzay gemisi satın almak istiyorum", "1,2,3,4,6,11,10,12,13,14")]
    [InlineData("I want a pallet truck", "1,2,3,4,5,7,8,9,10,12,13,14")]
    [InlineData("the cheapest forklift", "1,2,3,4,5,6,8,9,10,12,13,14")]
    [InlineData("how are you?", "1,2,3,9,10,12,13,14")]
    [InlineData("contact details", "1,2,3,11,10,12,13,14")]
    public async Task Say_ByMessage_TakesItsWay(string message, string way)
    {
        // A price query asks for the cheapest of all where neither a category nor a product is known; here nothing has a price.
        _world.Catalog.Products.RemoveAll(product => message.StartsWith("uzay", StringComparison.Ordinal));

        var outcome = await Talk().SayAsync(message);

        Assert.Null(outcome.Failure);
        Assert.Equal(way, string.Join(',', Walked.Nodes(outcome)));
        Assert.Equal(ConversationStatus.Ended, outcome.Status);
        Assert.Contains(outcome.Messages, said => said.Kind == MessageKind.Text && said.Content.Length > 0);
    }

    [Fact]
    public async Task Say_WithACategory_ShowsTheModelItsProducts()
    {
        await Talk().SayAsync("transpalet istiyorum");

        var given = Assert.Single(_world.Model.Asked);
        Assert.Equal([1L, 2, 3], given.Products.Select(product => product.Id));
        Assert.Equal("Transpalet", given.Category);
        Assert.Null(given.PriceQueryType);
    }

    [Fact]
    public async Task Say_WithAPrice_ShowsTheModelTheCheapestFirst()
    {
        await Talk().SayAsync("en ucuz transpalet");

        var given = Assert.Single(_world.Model.Asked);
        Assert.Equal([2L, 1, 3], given.Products.Select(product => product.Id));
        Assert.Equal("cheapest", given.PriceQueryType);
        Assert.Equal("Fiyatlarımıza KDV dahil değildir.", given.VatNote);
    }

    [Fact]
    public async Task Say_WithAQuestion_ShowsTheModelThePassage()
    {
        await Talk().SayAsync("garanti süresi nedir?");

        Assert.Equal([11L], Assert.Single(_world.Model.Asked).Passages.Select(passage => passage.Id));
    }

    [Fact]
    public async Task Say_AfterAnotherTurn_KeepsNothingOfItsProducts()
    {
        var talk = Talk();
        await talk.SayAsync("en ucuz forklift");

        var outcome = await talk.SayAsync("nasılsın?");

        var given = _world.Model.Asked[^1];
        Assert.Empty(given.Products);
        Assert.Null(given.PriceQueryType);
        Assert.Equal(["en ucuz forklift"], given.History.Where(said => said.Role == MessageRole.User).Select(said => said.Content));
        Assert.DoesNotContain(outcome.Messages, said => said.Kind == MessageKind.Greeting);
    }

    [Fact]
    public async Task Say_WithAMarkerInTheAnswer_LinksTheProduct()
    {
        _world.Model.Answer = _ => "MT-2000 [LINK:shop:product:mt-2000]";

        var outcome = await Talk().SayAsync("transpalet istiyorum");

        Assert.Equal("MT-2000 https://depo.example/urun/mt-2000", outcome.Messages[^1].Content);
        Assert.Equal([2L], outcome.Messages[^1].Products.Select(product => product.Id));
    }

    [Fact]
    public async Task Say_WhenTheModelIsDown_FallsBack()
    {
        _world.Model.IsDown = true;

        var outcome = await Talk().SayAsync("nasılsın?");

        Assert.Equal(FailureCodes.ModelFailed, outcome.Failure?.Code);
        Assert.Equal(MessageKind.Fallback, outcome.Messages[^1].Kind);
    }

    private TestConversation Talk() => new(_world, SampleFlow.Document("shop-assistant"));
}
