using System.Net;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Flows;

public sealed class PublishGateTests : IAsyncLifetime
{
    private const string Key = "demo-en-design";
    private readonly FailingTests _gate = new();
    private ServiceFixture _service = null!;

    public async Task InitializeAsync() =>
        _service = await ServiceFixture.StartAsync(builder => builder.Services.AddSingleton<IFlowTestGate>(_gate));

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Publish_WhileTestsFail_NeedsAReasonWhichIsAudited()
    {
        await _service.PutAsync("/api/flows/gated", SmallFlows.Saying("x"), Key);

        var refused = (await _service.PostAsync("/api/flows/gated/versions/1/publish", null, Key)).Expect(HttpStatusCode.UnprocessableEntity);
        var blank = (await _service.PostAsync("/api/flows/gated/versions/1/publish?override=%20", null, Key)).Expect(HttpStatusCode.UnprocessableEntity);
        (await _service.PostAsync("/api/flows/gated/versions/1/publish?override=sale%20today", null, Key)).Expect(HttpStatusCode.OK);

        Assert.Equal("flow_tests_fail", refused.Code);
        Assert.Equal(["greets"], refused["failedTests"].EnumerateArray().Select(test => test.GetString()));
        Assert.Equal("override", blank["errors"][0].GetProperty("pointer").GetString());
        var details = (await NewestAsync("gated")).GetProperty("details");
        Assert.Equal("sale today", details.GetProperty("override").GetString());
        Assert.Equal("greets", details.GetProperty("failedTests")[0].GetString());
    }

    [Fact]
    public async Task RollBack_WhileTestsFail_NeedsAReason()
    {
        await _service.PutAsync("/api/flows/gated-back", SmallFlows.Saying("x"), Key);

        var refused = await _service.PostAsync("/api/flows/gated-back/rollback", new { version = 1 }, Key);
        var done = await _service.PostAsync("/api/flows/gated-back/rollback", new { version = 1, @override = "sale" }, Key);

        Assert.Equal("flow_tests_fail", refused.Expect(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal(2, done.Expect(HttpStatusCode.OK)["version"].GetInt32());
        Assert.Equal("sale", (await NewestAsync("gated-back")).GetProperty("details").GetProperty("override").GetString());
    }

    [Fact]
    public async Task Publish_WithErrors_IsRefusedWhateverTheReason()
    {
        await _service.PutAsync("/api/flows/gated-faulty", SmallFlows.Faulty(), Key);

        var refused = await _service.PostAsync("/api/flows/gated-faulty/versions/1/publish?override=sale", null, Key);

        Assert.Equal("flow_has_errors", refused.Expect(HttpStatusCode.UnprocessableEntity).Code);
    }

    [Fact]
    public async Task Publish_WithAReasonWhereTestsPass_HasNothingToOverride()
    {
        _gate.Failed = [];
        await _service.PutAsync("/api/flows/passing", SmallFlows.Saying("x"), Key);

        (await _service.PostAsync("/api/flows/passing/versions/1/publish?override=sale", null, Key)).Expect(HttpStatusCode.OK);

        Assert.False((await NewestAsync("passing")).GetProperty("details").TryGetProperty("override", out _));
    }

    private async Task<System.Text.Json.JsonElement> NewestAsync(string flow) =>
        (await _service.GetAsync($"/api/admin/audit?subject={flow}", "demo-en-admin")).Expect(HttpStatusCode.OK)["items"][0];

    private sealed class FailingTests : IFlowTestGate
    {
        public IReadOnlyList<string> Failed { get; set; } = ["greets"];

        public Task<IReadOnlyList<string>> FailedAsync(
            TenantSnapshot tenant, string flow, int version, CancellationToken cancellationToken) => Task.FromResult(Failed);
    }
}
