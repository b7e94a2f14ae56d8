using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant.Tests.Doubles;
using Microsoft.Extensions.AI;
using Xunit;

namespace FlowEngine.LegacyAssistant.Tests;

public sealed class LegacyContextTests
{
    [Fact]
    public async Task Run_LongHistory_TheModelSeesTheNewestTenOldestFirst()
    {
        var messages = Enumerable.Range(1, 25)
            .Select(i => new HistoryMessage(i % 2 == 0 ? MessageRole.Assistant : MessageRole.User, $"m{i}", DateTimeOffset.UnixEpoch.AddMinutes(i)))
            .Append(new HistoryMessage(MessageRole.System, "hidden", DateTimeOffset.UnixEpoch.AddMinutes(26)));
        using var model = new ScriptedClient(["ok"]);

        await (new Shop() with { Models = [model], History = new InMemoryHistory([.. messages]) }).AskAsync("forklift");

        Assert.Equal(
            [.. Enumerable.Range(16, 10).Select(i => $"m{i}"), "forklift"],
            model.Asked.Skip(1).Select(message => message.Text));
        Assert.Equal(ChatRole.Assistant, model.Asked[1].Role);
    }

    [Fact]
    public async Task Run_Directives_ComeByPriority()
    {
        using var model = new ScriptedClient(["ok"]);
        var shop = new Shop() with { Models = [model] };
        shop = shop with
        {
            Tenant = shop.Tenant with
            {
                Directives = [new("low", "1", "string", "general", 1), new("high", "2", "string", "general", 9), new("middle", "3", "string", "general", 5)],
            },
        };

        await shop.AskAsync("forklift");

        Assert.Equal(["high", "middle", "low"], model.Context!.Directives.Select(directive => directive.Key));
        Assert.StartsWith("You sell.", model.Asked[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en ucuz forklift", "cheapest", "forklift", false)]
    [InlineData("en pahalı ürün", "dearest", null, false)]
    [InlineData("most expensive pallet truck", "dearest", "transpalet", false)]
    [InlineData("forkliftlerin fiyatı", "list", "forklift", false)]
    [InlineData("istanbul'a kimlik gerekir", null, null, false)]
    [InlineData("ucuzcu değilim", null, null, false)]
    [InlineData("telefon numaranız", null, null, true)]
    [InlineData("ADRESİNİZ", null, null, true)]
    public async Task Run_Words_DecideWhatIsLookedUp(string message, string? priceType, string? category, bool asksContact)
    {
        using var model = new ScriptedClient(["ok"]);
        await (new Shop() with { Models = [model] }).AskAsync(message, "tr");

        var context = model.Context!;
        Assert.Equal(priceType, context.PriceQueryType);
        Assert.Equal(category, context.Category is null ? null : context.Category == "Forklift" ? "forklift" : "transpalet");
        Assert.Equal(asksContact, !context.ProductsWereSearched);
    }

    [Fact]
    public async Task Run_QuestionWithProducts_AlsoLooksIntoTheKnowledge()
    {
        using var model = new ScriptedClient(["ok"]);

        await (new Shop() with { Models = [model] }).AskAsync("forklift iade koşulları nedir");

        Assert.NotEmpty(model.Context!.Products);
        Assert.NotEmpty(model.Context.Passages);
        Assert.Null(model.Context.Contact);
    }
}
