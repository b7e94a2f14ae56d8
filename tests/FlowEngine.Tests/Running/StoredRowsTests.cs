using System.Text.Json;
using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class StoredRowsTests
{
    private const string Flow = """
        a welcome > f
        f find > q
        q ask > s
        s say {"content":"price ","show":"walk.products.0.price"} > t
        t say {"content":"count ","show":"walk.products.count"} > p
        p say {"content":"says ","show":"walk.passages.0.content"} > e
        e end
        """;

    [Fact]
    public async Task Wait_WithRows_StoresTheirIdsAndReadsThemAgain()
    {
        var chat = WithRows(Flow);
        var first = await chat.SendAsync("chair");
        using var stored = JsonDocument.Parse(first.StateJson!);
        var vars = stored.RootElement.GetProperty("walk").GetProperty("frames")[0].GetProperty("vars");
        Assert.Equal("[1,2]", vars.GetProperty("products").GetRawText());
        Assert.Equal("[7]", vars.GetProperty("passages").GetRawText());

        chat.Shop.Products[0] = FakeShop.Product(1, "chair", 99);

        Assert.Equal("price 99\ncount 2\nsays about a chair", await chat.SayAsync("ok"));
    }

    [Fact]
    public async Task Resume_WithRowsThatAreGone_LeavesThemOut()
    {
        var chat = WithRows(Flow);
        await chat.SendAsync("chair");
        chat.Shop.Products.RemoveAt(0);
        chat.Shop.Passages.Clear();

        Assert.Equal("price 20\ncount 1\nsays ", await chat.SayAsync("ok"));
    }

    [Fact]
    public async Task Resume_InsideASubFlow_ReadsTheRowsOfEveryFrame()
    {
        var chat = WithRows("""
            a welcome > f
            f find > c
            c call {"flow":"#Sub"} > s
            s say {"content":"price ","show":"walk.products.0.price"} > e
            e end
            # Sub
            b welcome > q
            q ask > g
            g end
            """);
        await chat.SendAsync("chair");

        Assert.Equal("price 10", await chat.SayAsync("ok"));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[{\"title\":\"no id\"}]")]
    [InlineData("[]")]
    [InlineData("{\"id\":1}")]
    public async Task Wait_WithSomethingElseUnderTheName_StoresItAsItIs(string value)
    {
        var chat = new Chat($$"""
            a welcome > s
            s set {"name":"products","value":{{value}}} > q
            q ask > e
            e end
            """);

        await chat.SendAsync("hi");

        Assert.True(chat.State.Walk!.Frames[0].Vars.TryGetValue("products", out var stored));
        Assert.DoesNotContain(stored.Items, item => item.Kind == ValueKind.Number);
        Assert.Null((await chat.SendAsync("ok")).Failure);
    }

    [Fact]
    public async Task Resume_WhileTheCatalogueIsDown_FailsByName()
    {
        var chat = WithRows(Flow);
        await chat.SendAsync("chair");
        chat.Shop.IsDown = true;

        var outcome = await chat.SendAsync("ok");

        Assert.Equal(new TurnFailure("node_failed", "q", "InvalidOperationException"), outcome.Failure);
        chat.Shop.IsDown = false;
        Assert.StartsWith("price 10", await chat.SayAsync("ok"), StringComparison.Ordinal);
    }

    private static Chat WithRows(string flow)
    {
        var chat = new Chat(flow);
        chat.Shop.Products.AddRange([FakeShop.Product(1, "chair", 10), FakeShop.Product(2, "chair too", 20)]);
        chat.Shop.Passages.Add(new(7, "Chairs", "about a chair", null, 0.5));
        return chat;
    }
}
