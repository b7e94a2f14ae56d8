using System.Net;
using FlowEngine.Api.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Api.Tests.Events;

public sealed class EventStreamTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    [Fact]
    public async Task Flow_SavedAndPublished_IsToldByNameAlone()
    {
        using var events = await EventReader.OpenAsync(service.Address, "flows", Key);
        Assert.Equal("ready", (await events.NextAsync()).Name);

        await SaveAsync("told");
        (await service.PostAsync("/api/flows/told/versions/1/publish", null, Key)).Expect(HttpStatusCode.OK);

        var (saved, published) = (await events.NextAsync(), await events.NextAsync());
        Assert.Equal(("change", "flows", "flow.save", "told"), (saved.Name, saved.Topic, saved.Kind, saved.Subject));
        Assert.Equal(("change", "flows", "flow.publish", "told"), (published.Name, published.Topic, published.Kind, published.Subject));
        Assert.NotEqual(saved.Cursor, published.Cursor);
    }

    [Fact]
    public async Task Changes_OfOtherTenantsTopicsAndScopes_AreNotTold()
    {
        using var events = await EventReader.OpenAsync(service.Address, null, "demo-engineer");
        await events.NextAsync();

        await SaveAsync("other-tenant");
        (await service.PutAsync("/api/admin/settings", new { fallbackText = new { tr = "Bir daha deneyin." } }, "demo-admin")).Expect(HttpStatusCode.OK);
        (await service.PutAsync("/api/admin/stages/demo", new { stage = "shadow" }, "demo-engineer")).Expect(HttpStatusCode.OK);

        var told = await events.NextAsync();
        Assert.Equal(("stages", "stage.set", "demo"), (told.Topic, told.Kind, told.Subject));
    }

    [Fact]
    public async Task Turn_TellsItsConversation()
    {
        using var events = await EventReader.OpenAsync(service.Address, "conversations", Key);
        await events.NextAsync();

        var reply = (await service.ChatAsync("hello", "told", key: "demo-en-chat")).Expect(HttpStatusCode.OK);

        var told = await events.NextAsync();
        Assert.Equal(("conversations", "conversation.change", reply["conversationId"].GetString()), (told.Topic, told.Kind, told.Subject));
    }

    [Fact]
    public async Task LastEventId_GoesOnAfterIt()
    {
        string cursor;
        using (var events = await EventReader.OpenAsync(service.Address, "flows", Key))
        {
            await events.NextAsync();
            await SaveAsync("before");
            cursor = (await events.NextAsync()).Cursor!;
        }

        await SaveAsync("meanwhile-1");
        await SaveAsync("meanwhile-2");
        using var again = await EventReader.OpenAsync(service.Address, "flows", Key, cursor);

        Assert.Equal(["meanwhile-1", "meanwhile-2", null], (await again.UntilAsync(one => one.Name == "ready")).Select(one => one.Subject));
        await SaveAsync("after");
        Assert.Equal("after", (await again.NextAsync()).Subject);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1-")]
    [InlineData("-1-5")]
    [InlineData("99999999-1764500000000")]
    public async Task LastEventId_ThatNobodyKnows_AsksToReadEverythingAgain(string cursor)
    {
        using var events = await EventReader.OpenAsync(service.Address, "flows", Key, cursor);

        Assert.Equal("resync", (await events.NextAsync()).Name);
        Assert.Equal("ready", (await events.NextAsync()).Name);
    }

    [Theory]
    [InlineData("demo-en-chat", "", HttpStatusCode.Forbidden)]
    [InlineData("demo-en-design", "?topics=stages", HttpStatusCode.Forbidden)]
    [InlineData("demo-en-engineer", "?topics=flows,settings", HttpStatusCode.Forbidden)]
    [InlineData("demo-en-admin", "?topics=flows,weather", HttpStatusCode.UnprocessableEntity)]
    [InlineData("demo-en-admin", "?topics=", HttpStatusCode.UnprocessableEntity)]
    [InlineData(null, "", HttpStatusCode.Unauthorized)]
    public async Task Stream_OfWhatACallerMayNotWatch_IsRefused(string? key, string query, HttpStatusCode status) =>
        (await service.GetAsync("/api/events" + query, key)).Expect(status);

    [Fact]
    public async Task Key_ThatIsRevoked_EndsItsStream()
    {
        await using var own = await ServiceFixture.StartAsync();
        using var events = await EventReader.OpenAsync(own.Address, "flows", Key);
        await events.NextAsync();

        using (var connection = own.Database.Open())
        using (var command = new SqliteCommand("DELETE FROM api_keys WHERE scope = 'design'", connection))
        {
            Assert.True(command.ExecuteNonQuery() > 0);
        }

        Assert.Null(await events.TryNextAsync());
    }

    [Fact]
    public async Task Service_ThatStops_EndsItsStreams()
    {
        var own = await ServiceFixture.StartAsync();
        using var events = await EventReader.OpenAsync(own.Address, "flows", Key);
        await events.NextAsync();

        await own.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(25));

        Assert.Null(await events.TryNextAsync());
    }

    private async Task SaveAsync(string flow) =>
        (await service.PutAsync($"/api/flows/{flow}", SmallFlows.Saying("hello"), Key)).Expect(HttpStatusCode.OK);
}
