using System.Net.Http.Headers;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class TwoProcessTests
{
    [DatabaseFact]
    public async Task Publish_InOneProcess_IsTakenByNewWalksOfTheOtherWithinTwoSeconds(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        await using var first = await ServiceProcess.StartAsync(database);
        await using var second = await ServiceProcess.StartAsync(database);
        await PublishAsync(first, 1, SmallFlows.Asking());
        await Task.Delay(TimeSpan.FromSeconds(2));
        var asked = await second.Client.SayAsync("pinned", "hello", "seen");

        await PublishAsync(first, 2, SmallFlows.Saying("the second"));
        await Task.Delay(TimeSpan.FromSeconds(2));
        var renewed = await second.Client.SayAsync("renewed", "hello", "seen");
        var pinned = await second.Client.SayAsync("pinned", "Ankara");

        Assert.Equal(("waiting", 1), (asked.Status, asked.Flow!.Version));
        Assert.Equal(("the second", 2), (renewed.Messages[^1].Content, renewed.Flow!.Version));
        Assert.Equal(("You said Ankara.", 1), (pinned.Messages[^1].Content, pinned.Flow!.Version));
    }

    private static async Task PublishAsync(ServiceProcess service, int version, string document)
    {
        await SendAsync(service, HttpMethod.Put, "/api/flows/seen", document);
        await SendAsync(service, HttpMethod.Post, $"/api/flows/seen/versions/{version}/publish", "");
    }

    private static async Task SendAsync(ServiceProcess service, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-design");
        using var response = await service.Client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
