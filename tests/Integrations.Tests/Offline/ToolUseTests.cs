using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Offline;
using Microsoft.Extensions.AI;
using Xunit;

namespace FlowEngine.Integrations.Tests.Offline;

public sealed class ToolUseTests
{
    private static readonly string[] s_all = [ModelTools.SearchProducts, ModelTools.GetProduct, ModelTools.SearchKnowledge, ModelTools.SaveLead];

    [Theory]
    [InlineData("akülü forklift arıyorum", "search_products akülü forklift arıyorum; search_knowledge akülü forklift arıyorum")]
    [InlineData("EP-1500 ne kadar?", "get_product EP-1500; search_products EP-1500 ne kadar?; search_knowledge EP-1500 ne kadar?")]
    [InlineData("merhaba", "")]
    [InlineData("thank you", "")]
    [InlineData("telefon numaranız nedir", "")]
    public async Task Response_OfferedTools_CallsThoseThatTellMoreOfTheQuestion(string message, string calls) =>
        Assert.Equal(calls, Described(await AskAsync(Asking(message), s_all)));

    [Fact]
    public async Task Response_OfferedOneTool_CallsNoOther()
    {
        Assert.Equal("search_knowledge garanti süresi", Described(await AskAsync(Asking("garanti süresi"), [ModelTools.SearchKnowledge])));
        Assert.Equal("", Described(await AskAsync(Asking("forklift arıyorum"), [ModelTools.GetProduct])));
        Assert.Equal("", Described(await AskAsync(Asking("forklift arıyorum"), [ModelTools.SaveLead])));
    }

    [Fact]
    public async Task Response_GivenSomething_CallsNothingForIt()
    {
        var products = Contexts.Ask("forklift arıyorum", "tr", Contexts.Product(1, "Akülü Forklift", 1000m));
        var found = await AskAsync(products, s_all);
        var nothing = await AskAsync(products with { Products = [] }, [ModelTools.SearchProducts]);

        Assert.Equal("search_knowledge forklift arıyorum", Described(found));
        Assert.Equal("", Described(nothing));
    }

    [Fact]
    public async Task Response_AfterAnAnswerOrInTheLastRound_Answers()
    {
        var asked = Asking("forklift arıyorum");
        var gathered = asked with { Products = [Contexts.Product(1, "Akülü Forklift", 1000m)], ProductsWereSearched = true };
        var round = new ToolRound(null, [new(ModelTools.SearchProducts, Value.Object(("query", Value.Of("forklift"))))], ["{}"]);

        var after = await AskAsync(gathered, s_all, round);
        var last = await AskAsync(asked, s_all, mode: ChatToolMode.None);

        Assert.Contains("Akülü Forklift", after.Text, StringComparison.Ordinal);
        Assert.Equal("", Described(after) + Described(last));
        Assert.NotEmpty(last.Text);
    }

    [Fact]
    public async Task StreamingResponse_WithCalls_IsTheSameAsTheWholeOne()
    {
        using var client = new OfflineChatClient();
        var asked = Asking("EP-1500 var mı?");

        var streamed = await client.GetStreamingResponseAsync(ModelContextRenderer.Render(asked), Options(asked, s_all, null)).ToChatResponseAsync();
        var whole = await AskAsync(asked, s_all);

        Assert.Equal(Described(whole), Described(streamed));
        Assert.Equal((ChatFinishReason.ToolCalls, ChatFinishReason.ToolCalls), (streamed.FinishReason, whole.FinishReason));
        Assert.Equal(whole.Usage!.TotalTokenCount, streamed.Usage!.TotalTokenCount);
    }

    private static ModelContext Asking(string message) =>
        new() { Language = "tr", UserMessage = message, TenantName = "Depo Market", Contact = Contexts.Contact };

    private static async Task<ChatResponse> AskAsync(ModelContext context, string[] tools, ToolRound? round = null, ChatToolMode? mode = null)
    {
        using var client = new OfflineChatClient();
        return await client.GetResponseAsync(ModelContextRenderer.Render(context, round is null ? [] : [round]), Options(context, tools, mode));
    }

    private static ChatOptions Options(ModelContext context, string[] tools, ChatToolMode? mode)
    {
        using var schema = JsonDocument.Parse("{}");
        var options = Offline.Options(context);
        options.Tools = [.. tools.Select(tool => AIFunctionFactory.CreateDeclaration(tool, "", schema.RootElement.Clone(), null))];
        options.ToolMode = mode;
        return options;
    }

    private static string Described(ChatResponse response) => string.Join("; ", response.Messages
        .SelectMany(message => message.Contents)
        .OfType<FunctionCallContent>()
        .Select(call => $"{call.Name} {call.Arguments!.Single().Value}"));
}
