using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Serving;

/// <summary>Requests and background work in processes of their own, over one database.</summary>
public sealed class ServiceRoleTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryDatabase _database = new();

    [Fact]
    public async Task Comparison_AskedForByAWebProcess_IsRunByAWorker()
    {
        await using var web = await StartAsync("web");
        using var shadow = new HttpRequestMessage(HttpMethod.Put, "/api/admin/stages/demo")
        {
            Content = JsonContent.Create(new { stage = "shadow", reason = "a test" }),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "demo-engineer") },
        };
        using var staged = await web.Client.SendAsync(shadow);
        Assert.Equal(HttpStatusCode.OK, staged.StatusCode);
        using var message = ChatCalls.Message(
            new ChatRequest { Content = "which pallet trucks are there?", SessionId = "s1" }, path: "/api/chat/messages");
        using var reply = await web.Client.SendAsync(message);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Empty(await ComparisonsAsync(web));

        await using var worker = await StartAsync("worker");

        using var patience = new CancellationTokenSource(s_patience);
        while ((await ComparisonsAsync(web)).All(result => result == "pending"))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    [Fact]
    public async Task Worker_AnswersHealthAndMetrics_AndNothingElse()
    {
        await using var worker = await StartAsync("worker");

        using var metrics = await worker.Client.GetAsync("/metrics");
        using var message = ChatCalls.Message(new ChatRequest { Content = "hello" });
        using var chat = await worker.Client.SendAsync(message);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (metrics.StatusCode, chat.StatusCode));
    }

    [Fact]
    public async Task Start_OfAnUnknownRole_SaysWhichThereAre()
    {
        await using var service = ServiceProcess.Launch($"Data Source={_database.FilePath}", "serve", "--role", "cook");

        Assert.NotEqual(0, await service.ExitCodeAsync());
        Assert.Contains("Worker", service.Output, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _database.Dispose();

    private Task<ServiceProcess> StartAsync(string role) => ServiceProcess.StartAsync(_database.FilePath, "serve", "--role", role);

    private static async Task<IReadOnlyList<string?>> ComparisonsAsync(ServiceProcess service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/comparisons")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "demo-engineer") },
        };
        using var response = await service.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var page = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("result").GetString())];
    }
}
