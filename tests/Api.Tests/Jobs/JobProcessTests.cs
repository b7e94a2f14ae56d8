using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FlowEngine.Api.Tests.Events;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Jobs;

/// <summary>Real processes on one database: one answers, others work, and one of these is killed.</summary>
public sealed class JobProcessTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [DatabaseFact]
    public async Task WorkerKilledOverAJob_AnotherFinishesIt_AndTheWebProcessTellsEachStep(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        await using var web = await StartAsync(database, "web");
        using var events = await EventReader.OpenAsync(web.Client.BaseAddress!, "jobs", "demo-design");
        Assert.Equal("ready", (await events.NextAsync()).Name);
        var id = await StartJobAsync(web);
        Assert.Equal("queued", await StateAsync(web, id));

        await using (var worker = await StartAsync(database, "worker"))
        {
            await UntilAsync(web, id, "running");
            await worker.KillAsync();
        }

        Assert.Equal("running", await StateAsync(web, id));
        await using var next = await StartAsync(database, "worker");
        await UntilAsync(web, id, "done");

        Assert.Equal(2, database.Scalar<int>("SELECT attempts FROM jobs"));
        var told = await events.UntilAsync(one => one.Kind == "job.done");
        Assert.All(told, one => Assert.Equal(("jobs", $"{id}"), (one.Topic, one.Subject)));
        Assert.Equal(
            ["job.queued", "job.running", "job.running", "job.done"], told.Select(one => one.Kind).Where(kind => kind != "job.progress"));
    }

    private static Task<ServiceProcess> StartAsync(DatabaseHome database, string role) =>
        ServiceProcess.StartAsync(ServiceProcess.Launch(
            database.ConnectionString, [], ["serve", "--role", role, $"--FlowEngine:Database:Provider={database.Provider}", "--FlowEngine:Jobs:LeaseSeconds=3"]));

    private static async Task<Guid> StartJobAsync(ServiceProcess service)
    {
        using var response = await SendAsync(service, HttpMethod.Post, "/api/flows/shop-assistant/versions/1/tests/generate");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("id").GetGuid();
    }

    private static async Task<string?> StateAsync(ServiceProcess service, Guid id)
    {
        using var response = await SendAsync(service, HttpMethod.Get, $"/api/jobs/{id}");
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("state").GetString();
    }

    private static async Task UntilAsync(ServiceProcess service, Guid id, string state)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (await StateAsync(service, id) is var seen && seen != state)
        {
            Assert.False(patience.IsCancellationRequested || seen is "failed" or "cancelled", $"'{seen}' instead of '{state}'");
            await Task.Delay(20);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(ServiceProcess service, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "demo-design") } };
        return await service.Client.SendAsync(request);
    }
}
