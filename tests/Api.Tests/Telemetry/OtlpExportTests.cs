using System.Net;
using FlowEngine.Api.Tests.Harness;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Tests.Telemetry;

public sealed class OtlpExportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task Turn_WithCollector_IsSentWhenTheServiceStops(string end)
    {
        await using var collector = await CollectorStub.StartAsync();
        await using (var service = await ServiceFixture.StartAsync(null, $"--FlowEngine:Telemetry:OtlpEndpoint={collector.Address}{end}"))
        {
            (await service.ChatAsync("my secret words", "secret-session")).Expect(HttpStatusCode.OK);
            (await service.GetAsync("/api/chat/conversations?sessionId=secret-session")).Expect(HttpStatusCode.OK);
        }

        Assert.Equal(["/v1/metrics", "/v1/traces"], collector.Posts.Select(post => post.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.All(collector.Posts, post => Assert.Equal("application/x-protobuf", post.ContentType));
        foreach (var name in new[] { "turn", "load", "run", "save", "flowengine.tenant", "flowengine", "Microsoft.AspNetCore" })
        {
            Assert.True(collector.Holds("/v1/traces", name), name);
        }

        Assert.True(collector.Holds("/v1/metrics", "flowengine.turns"));
        Assert.True(collector.Holds("/v1/metrics", "flowengine.turn.duration"));
        Assert.DoesNotContain(collector.Posts, post => post.Body.AsSpan().IndexOf("secret"u8) >= 0);
    }

    [Fact]
    public async Task Turn_WithCollectorOfGrpc_IsSentThere()
    {
        await using var collector = await CollectorStub.StartAsync(HttpProtocols.Http2);
        await using (var service = await ServiceFixture.StartAsync(
            null, $"--FlowEngine:Telemetry:OtlpEndpoint={collector.Address}", "--FlowEngine:Telemetry:OtlpProtocol=grpc"))
        {
            (await service.ChatAsync("hello", "s1")).Expect(HttpStatusCode.OK);
        }

        Assert.True(collector.Holds("/opentelemetry.proto.collector.trace.v1.TraceService/Export", "turn"));
        Assert.True(collector.Holds("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "flowengine.turns"));
    }

    [Fact]
    public async Task Turn_WithDeadCollector_IsAnswered()
    {
        await using var service = await ServiceFixture.StartAsync(null, "--FlowEngine:Telemetry:OtlpEndpoint=http://127.0.0.1:1");

        (await service.ChatAsync("hello", "s1")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("OtlpEndpoint=collector:4318", "OtlpEndpoint is not an http or https address")]
    [InlineData("OtlpEndpoint=ftp://collector", "OtlpEndpoint is not an http or https address")]
    [InlineData("OtlpEndpoint=relative/path", "OtlpEndpoint is not an http or https address")]
    [InlineData("OtlpProtocol=http/json", "OtlpProtocol must be 'http/protobuf' or 'grpc'")]
    [InlineData("MetricsIntervalSeconds=0", "MetricsIntervalSeconds")]
    [InlineData("OtlpEndpont=http://collector", "did you mean 'OtlpEndpoint'?")]
    public async Task Start_WithFaultySetting_SaysWhich(string setting, string fault)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => ServiceFixture.StartAsync(null, $"--FlowEngine:Telemetry:{setting}"));

        Assert.Contains(refusal.Failures, failure => failure.Contains(fault, StringComparison.Ordinal));
    }
}
