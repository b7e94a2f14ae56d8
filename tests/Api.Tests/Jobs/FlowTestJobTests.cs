using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Jobs;

public sealed class FlowTestJobTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    private const string Good =
        """{ "name": "A city", "turns": [ { "say": "hello", "expect": { "text": "Which city?" } }, { "say": "Izmir", "expect": { "ended": true } } ] }""";

    private const string Bad = """{ "name": "Another", "turns": [ { "say": "hello", "expect": { "text": "Which town?" } } ] }""";

    [Fact]
    public async Task Run_OfStoredTests_IsAJobWhoseResultIsTheReport()
    {
        await SaveAsync("run-all");

        var started = (await service.PostAsync("/api/flows/run-all/versions/1/tests/start", null, Key)).Expect(HttpStatusCode.Accepted);
        Assert.Equal($"/api/jobs/{started["id"].GetGuid()}", started.Headers.Location?.OriginalString);
        Assert.Equal(("flow_tests.run", "run-all v1"), (started["kind"].GetString(), started["subject"].GetString()));
        var job = await service.UntilAsync(started["id"].GetGuid(), "done", Key);

        var report = job.GetProperty("result").GetProperty("tests");
        Assert.Equal((2, 1), (report.GetProperty("total").GetInt32(), report.GetProperty("failed").GetInt32()));
        Assert.Equal((2, 2), (job.GetProperty("done").GetInt32(), job.GetProperty("total").GetInt32()));
        Assert.Equal(report.GetProperty("tests").GetArrayLength(), (await service.PostAsync("/api/flows/run-all/versions/1/tests/run", null, Key))["tests"].GetArrayLength());
    }

    [Fact]
    public async Task Run_OfNamedTests_RunsOnlyThem_AndUnknownOnesAreRefused()
    {
        await SaveAsync("run-some");

        var started = (await service.PostAsync("/api/flows/run-some/versions/1/tests/start?test=good", null, Key)).Expect(HttpStatusCode.Accepted);
        var job = await service.UntilAsync(started["id"].GetGuid(), "done", Key);

        Assert.True(job.GetProperty("result").GetProperty("tests").GetProperty("passed").GetBoolean());
        (await service.PostAsync("/api/flows/run-some/versions/1/tests/start?test=ugly", null, Key)).Expect(HttpStatusCode.UnprocessableEntity);
        (await service.PostAsync("/api/flows/run-some/versions/9/tests/start", null, Key)).Expect(HttpStatusCode.NotFound);
        (await service.PostAsync("/api/flows/run-some/versions/1/tests/start", null, "demo-design")).Expect(HttpStatusCode.NotFound);
        (await service.PostAsync("/api/flows/run-some/versions/1/tests/start", null, "demo-en-chat")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Generate_GivesTestsThatPass_ForWhatNoneCovers()
    {
        (await service.PutAsync("/api/flows/untested", SmallFlows.Asking(), Key)).Expect(HttpStatusCode.OK);

        var started = (await service.PostAsync("/api/flows/untested/versions/1/tests/generate", null, Key)).Expect(HttpStatusCode.Accepted);
        var job = await service.UntilAsync(started["id"].GetGuid(), "done", Key);
        var tests = job.GetProperty("result").GetProperty("generated").GetProperty("tests").EnumerateArray().ToList();
        Assert.NotEmpty(tests);
        Assert.True(job.GetProperty("done").GetInt32() > 0);
        Assert.Empty((await service.GetAsync("/api/flows/untested/tests", Key)).Expect(HttpStatusCode.OK)["items"].EnumerateArray());

        foreach (var (index, test) in tests.Index())
        {
            (await service.PutAsync($"/api/flows/untested/tests/found-{index}", test.GetProperty("script").GetRawText(), Key)).Expect(HttpStatusCode.Created);
        }

        var run = (await service.PostAsync("/api/flows/untested/versions/1/tests/run", null, Key)).Expect(HttpStatusCode.OK);
        Assert.True(run["passed"].GetBoolean());
        Assert.Equal(
            job.GetProperty("result").GetProperty("generated").GetProperty("uncovered").GetArrayLength(),
            run["coverage"].GetProperty("uncovered").GetArrayLength());
    }

    private async Task SaveAsync(string flow)
    {
        (await service.PutAsync($"/api/flows/{flow}", SmallFlows.Asking(), Key)).Expect(HttpStatusCode.OK);
        (await service.PutAsync($"/api/flows/{flow}/tests/good", Good, Key)).Expect(HttpStatusCode.Created);
        (await service.PutAsync($"/api/flows/{flow}/tests/bad", Bad, Key)).Expect(HttpStatusCode.Created);
    }
}
