using System.Text.Json;
using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class OutsideAnswersTests
{
    [Fact]
    public async Task Ports_ThatAnswered_AreNotedWithTheNodeThatAsked()
    {
        var chat = new Chat("a welcome > f\nf find > m\nm model > q\nq ask > e\ne end");
        chat.Shop.Products.Add(FakeShop.Product(1, "chair", 10.50m));

        var first = await chat.SendAsync("chair");
        var second = await chat.SendAsync("ok");

        Assert.Equal(
            ["catalog.search f", "knowledge.search f", "model m"],
            first.OutsideAnswers.Select(answer => $"{answer.Port} {answer.NodeId}"));
        Assert.Equal(
            """{"text":"Hello there","model":"fake-1","inputTokens":10,"outputTokens":2}""", first.OutsideAnswers[2].Answer);
        using var products = JsonDocument.Parse(first.OutsideAnswers[0].Answer);
        Assert.Equal(10.50m, products.RootElement[0].GetProperty("price").GetDecimal());
        Assert.Equal(["catalog.get q"], second.OutsideAnswers.Select(answer => $"{answer.Port} {answer.NodeId}"));
    }

    [Fact]
    public async Task Turn_ThatUsesNoPort_NotesNothing()
    {
        var chat = new Chat("a welcome > e\ne end");

        Assert.Empty((await chat.SendAsync("hi")).OutsideAnswers);
    }
}
