using System.Net;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Jobs;

namespace FlowEngine.Api.Tests.Jobs;

public sealed class JobTests
{
    [Fact]
    public async Task Job_ThatRuns_ShowsItsProgress_AndThenItsResult()
    {
        var gated = new GatedJob();
        await using var service = await JobCalls.StartAsync(gated);

        var id = await service.Services.GatedAsync("1");
        var running = await service.UntilAsync(id, "running");
        await JobCalls.UntilAsync(() => service.Database.Count("jobs WHERE done = 1 AND total = 2") == 1, "The progress is not stored");
        gated.Open(id);
        var done = await service.UntilAsync(id, "done");

        Assert.False(running.TryGetProperty("finishedAt", out _));
        Assert.Equal((1, 2), (done.GetProperty("done").GetInt32(), done.GetProperty("total").GetInt32()));
        Assert.True(done.GetProperty("finishedAt").GetDateTimeOffset() >= done.GetProperty("startedAt").GetDateTimeOffset());
        Assert.False(done.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Job_ThatFails_HasTheError_AndAFaultShowsNoInternals()
    {
        var gated = new GatedJob();
        await using var service = await JobCalls.StartAsync(gated);
        var refused = await service.Services.GatedAsync("refused");
        gated.Open(refused, JobOutcome.Failed("flow_not_found", "Gone."));
        var failed = await service.UntilAsync(refused, "failed");

        Assert.Equal("flow_not_found", failed.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("Gone.", failed.GetProperty("error").GetProperty("detail").GetString());

        var broken = await service.Services.GatedAsync("broken");
        gated.Break(broken);
        var error = (await service.UntilAsync(broken, "failed")).GetProperty("error");
        Assert.Equal("internal_error", error.GetProperty("code").GetString());
        Assert.DoesNotContain("secret", error.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_OfAWaitingAndARunningJob_EndsBoth_AndMayBeRepeated()
    {
        var gated = new GatedJob();
        await using var service = await JobCalls.StartAsync(gated, "--FlowEngine:Jobs:Concurrency=1");
        var running = await service.Services.GatedAsync("1");
        await service.UntilAsync(running, "running");
        var waiting = await service.Services.GatedAsync("2");

        Assert.Equal("cancelled", (await service.DeleteAsync($"/api/jobs/{waiting}", "demo-design")).Expect(HttpStatusCode.OK)["state"].GetString());
        Assert.True((await service.DeleteAsync($"/api/jobs/{running}", "demo-design")).Expect(HttpStatusCode.OK)["cancelling"].GetBoolean());
        var cancelled = await service.UntilAsync(running, "cancelled");

        Assert.False(cancelled.GetProperty("cancelling").GetBoolean());
        Assert.Equal(1, gated.Stopped);
        Assert.Equal([running], gated.Begun);
        Assert.Equal("cancelled", (await service.DeleteAsync($"/api/jobs/{running}", "demo-design")).Expect(HttpStatusCode.OK)["state"].GetString());
        Assert.Equal(2, service.Database.Count("audit_logs WHERE action = 'job.cancel'"));
    }

    [Fact]
    public async Task Cancel_OfAFinishedJob_IsRefused()
    {
        var gated = new GatedJob();
        await using var service = await JobCalls.StartAsync(gated);
        var id = await service.Services.GatedAsync("1");
        gated.Open(id);
        await service.UntilAsync(id, "done");

        Assert.Equal("job_finished", (await service.DeleteAsync($"/api/jobs/{id}", "demo-design")).Expect(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task Job_OfAHigherScopeOrAnotherTenant_IsNotFound()
    {
        var gated = new GatedJob();
        await using var service = await JobCalls.StartAsync(gated);
        var id = await service.Services.GatedAsync("1", "engineer");

        (await service.JobAsync(id, "demo-engineer")).Expect(HttpStatusCode.OK);
        (await service.JobAsync(id, "demo-admin")).Expect(HttpStatusCode.OK);
        (await service.JobAsync(id, "demo-design")).Expect(HttpStatusCode.NotFound);
        (await service.JobAsync(id, "demo-en-admin")).Expect(HttpStatusCode.NotFound);
        (await service.DeleteAsync($"/api/jobs/{id}", "demo-design")).Expect(HttpStatusCode.NotFound);
        (await service.DeleteAsync($"/api/jobs/{id}", "demo-en-admin")).Expect(HttpStatusCode.NotFound);
        (await service.JobAsync(id, "demo-chat")).Expect(HttpStatusCode.Forbidden);
        (await service.GetAsync("/api/jobs", null)).Expect(HttpStatusCode.Unauthorized);
        Assert.Empty((await service.GetAsync("/api/jobs", "demo-design")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
        Assert.Single((await service.GetAsync("/api/jobs", "demo-engineer")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
    }

    [Fact]
    public async Task List_IsNewestFirst_FilteredAndPaged()
    {
        var gated = new GatedJob();
        await using var service = await JobCalls.StartAsync(gated, "--FlowEngine:Jobs:OpenPerTenant=100");
        var first = await service.Services.GatedAsync("first");
        gated.Open(first);
        await service.UntilAsync(first, "done");
        for (var i = 0; i < 51; i++)
        {
            await service.Services.GatedAsync($"{i}");
        }

        var page = (await service.GetAsync("/api/jobs", "demo-design")).Expect(HttpStatusCode.OK);
        var rest = (await service.GetAsync($"/api/jobs?next={page["next"].GetString()}", "demo-design")).Expect(HttpStatusCode.OK);

        Assert.Equal(50, page["items"].GetArrayLength());
        Assert.Equal(2, rest["items"].GetArrayLength());
        Assert.Equal(first, rest["items"][1].GetProperty("id").GetGuid());
        Assert.Equal("null", rest["next"].GetRawText());
        Assert.Equal(first, Assert.Single((await service.GetAsync("/api/jobs?state=done", "demo-design"))["items"].EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Empty((await service.GetAsync("/api/jobs?kind=flow_tests.run", "demo-design"))["items"].EnumerateArray());
        (await service.GetAsync("/api/jobs?state=late", "demo-design")).Expect(HttpStatusCode.UnprocessableEntity);
        (await service.GetAsync("/api/jobs?next=x", "demo-design")).Expect(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Start_OfTheSameWork_GivesTheOpenJob()
    {
        var gated = new GatedJob();
        await using var service = await JobCalls.StartAsync(gated);

        var id = await service.Services.GatedAsync("same");
        Assert.Equal(id, await service.Services.GatedAsync("same"));
        Assert.NotEqual(id, await service.Services.GatedAsync("other"));
        gated.Open(id);
        await service.UntilAsync(id, "done");

        Assert.NotEqual(id, await service.Services.GatedAsync("same"));
    }

    [Fact]
    public async Task Start_OfMoreThanATenantMayHaveOpen_IsRefused()
    {
        var gated = new GatedJob();
        await using var service = await JobCalls.StartAsync(gated, "--FlowEngine:Jobs:OpenPerTenant=1");
        var id = await service.Services.GatedAsync("1");

        var refused = await service.PostAsync("/api/flows/shop-assistant/versions/1/tests/generate", null, "demo-design");
        Assert.Equal("too_many_jobs", refused.Expect(HttpStatusCode.TooManyRequests).Code);
        gated.Open(id);
        await service.UntilAsync(id, "done");

        (await service.PostAsync("/api/flows/lead-capture/versions/1/tests/start", null, "demo-design")).Expect(HttpStatusCode.Accepted);
    }
}
