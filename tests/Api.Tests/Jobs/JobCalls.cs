using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Jobs;
using FlowEngine.Chat.Tenants;
using FlowEngine.Hosting.Jobs;
using FlowEngine.Storage.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Jobs;

internal static class JobCalls
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>A service that runs gated jobs too.</summary>
    public static Task<ServiceFixture> StartAsync(GatedJob gated, params string[] settings) =>
        ServiceFixture.StartAsync(builder => builder.Services.AddSingleton<IJobKind>(gated), settings);

    public static async Task<Guid> GatedAsync(this IServiceProvider services, string input, string scope = "design")
    {
        var tenant = (await services.GetRequiredService<TenantDirectory>().FindAsync("demo", default))!;
        var (job, refusal) = await services.GetRequiredService<JobStarter>().StartAsync(
            tenant.Profile.Key, new NewJob(GatedJob.KindName, scope, "gate", input, "test"), default);
        Assert.Null(refusal);
        return job!.Id;
    }

    public static Task<ServiceAnswer> JobAsync(this ServiceFixture service, Guid id, string key = "demo-design") =>
        service.GetAsync($"/api/jobs/{id}", key);

    /// <returns>The job once it is in the state.</returns>
    public static async Task<JsonElement> UntilAsync(this ServiceFixture service, Guid id, string state, string key = "demo-design")
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var job = (await service.JobAsync(id, key)).Expect(HttpStatusCode.OK).Json;
            if (job.GetProperty("state").GetString() == state)
            {
                return job;
            }

            Assert.False(patience.IsCancellationRequested, $"Not '{state}': {job}");
            await Task.Delay(50);
        }
    }

    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!holds())
        {
            Assert.False(patience.IsCancellationRequested, what);
            await Task.Delay(50);
        }
    }
}
