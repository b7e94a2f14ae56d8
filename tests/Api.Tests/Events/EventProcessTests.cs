using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Events;

/// <summary>What one process changes, the streams of another tell; a reader goes on at whichever process answers.</summary>
public sealed class EventProcessTests
{
    [DatabaseFact]
    public async Task ChangesOfOneProcess_AreToldByTheOther_AndLastEventIdGoesOnThere(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        await using var one = await ServiceProcess.StartAsync(database);
        await using var two = await ServiceProcess.StartAsync(database);
        string cursor;
        using (var events = await EventReader.OpenAsync(two.Client.BaseAddress!, "flows,conversations", "demo-design"))
        {
            await events.NextAsync();
            await SaveAsync(one, "first");
            var first = await events.NextAsync();
            Assert.Equal(("flow.save", "first"), (first.Kind, first.Subject));
            await one.Client.SayAsync("s", "merhaba");
            var said = await events.NextAsync();
            Assert.Equal("conversation.change", said.Kind);
            cursor = said.Cursor!;
        }

        await SaveAsync(two, "second");
        using var again = await EventReader.OpenAsync(one.Client.BaseAddress!, "flows", "demo-design", cursor);

        Assert.Equal(["second", null], (await again.UntilAsync(told => told.Name == "ready")).Select(told => told.Subject));
        await SaveAsync(two, "third");
        Assert.Equal("third", (await again.NextAsync()).Subject);
    }

    private static async Task SaveAsync(ServiceProcess service, string flow)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/flows/{flow}")
        {
            Content = new StringContent(SmallFlows.Saying("hello"), Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "demo-design") },
        };
        using var response = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
