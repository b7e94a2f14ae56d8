using FlowEngine.Conversations;
using FlowEngine.Integrations.Offline;
using Microsoft.Extensions.AI;
using Xunit;

namespace FlowEngine.Integrations.Tests.Offline;

public sealed class OfflineChatClientTests
{
    [Fact]
    public async Task GetStreamingResponse_Context_ChunksAreTheWholeAnswerAndTheLastHasTheUsage()
    {
        using var client = new OfflineChatClient("kutu-1");
        var context = Contexts.Ask("forklift arıyorum", "tr", Contexts.Product(1, "Akülü Forklift", 1000m));
        var messages = ModelContextRenderer.Render(context);
        var whole = await client.GetResponseAsync(messages, Offline.Options(context));

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(messages, Offline.Options(context)))
        {
            updates.Add(update);
        }

        Assert.True(updates.Count > 4);
        Assert.Equal(whole.Text, string.Concat(updates.Select(update => update.Text)));
        var usage = Assert.IsType<UsageContent>(Assert.Single(updates[^1].Contents)).Details;
        Assert.Equal((whole.Text.Length + 3) / 4, usage.OutputTokenCount);
        Assert.Equal((messages.Sum(message => message.Text.Length) + 3) / 4, usage.InputTokenCount);
        Assert.All(updates, update => Assert.Equal("kutu-1", update.ModelId));
        Assert.Equal("kutu-1", whole.ModelId);
        Assert.Equal(usage.TotalTokenCount, whole.Usage?.TotalTokenCount);
    }

    [Theory]
    [InlineData("Merhaba, ürünleriniz neler?", "veri")]
    [InlineData("What do you have for me?", "no data")]
    public async Task GetResponse_NoContext_SaysThatThereIsNoDataInTheMessagesLanguage(string message, string expected)
    {
        using var client = new OfflineChatClient();

        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, message)]);

        Assert.Contains(expected, response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetStreamingResponse_Cancelled_Throws()
    {
        using var client = new OfflineChatClient();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var context = Contexts.Ask("forklift");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync([], Offline.Options(context), cancelled.Token))
            {
            }
        });
    }
}
