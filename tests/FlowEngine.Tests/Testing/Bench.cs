using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Testing;
using FlowEngine.Testing.Covering;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;
using FlowEngine.Tests.Running;
using FlowEngine.Tests.Running.TestNodes;
using Xunit;

namespace FlowEngine.Tests.Testing;

/// <summary>A flow as short text (<see cref="FlowText"/>), and scripts that are run against it.</summary>
internal sealed class Bench
{
    private readonly FakeVersions _versions = new();
    private readonly NodeRegistry _registry = TestRegistry.Make(null);

    public Bench(string flow)
    {
        Subject = new()
        {
            Tenant = new() { Key = new(1, "test"), Slug = "test", Name = "Test", Languages = ["en", "tr"], Settings = new() { FallbackText = new Dictionary<string, string> { ["en"] = "Sorry." } } },
            Flow = _versions.Add("main", FlowText.Json(flow)),
            Versions = _versions,
            Registry = _registry,
            Catalog = new FakeShop(),
            Knowledge = new FakeShop(),
            Models = new FakeModels(),
        };
    }

    public FlowUnderTest Subject { get; private set; }

    public Bench With(string name, string flow)
    {
        _versions.Add(name, FlowText.Json(flow));
        Subject = Subject with { ActiveFlows = new Dictionary<string, FlowVersionRef>(_versions.Active) };
        return this;
    }

    public static FlowTest Read(string script)
    {
        var reading = FlowTestReader.Read(script);
        Assert.True(reading.Test is not null, string.Join('\n', reading.Faults));
        return reading.Test;
    }

    public Task<FlowTestResult> RunAsync(string script) => FlowTestRunner.RunAsync(Subject, Read(script), CancellationToken.None);

    /// <summary>One turn a line; <c>+61m</c> lets time pass.</summary>
    public Task<FlowTestResult> SayAsync(params string[] turns) => FlowTestRunner.RunAsync(
        Subject,
        Read($$"""{ "name": "t", "turns": [{{string.Join(',', turns.Select(turn => turn[0] == '+'
            ? $$"""{ "advance": "{{turn[1..]}}" }"""
            : $$"""{ "say": "{{turn}}", "expect": {} }"""))}}] }"""),
        CancellationToken.None);

    public async Task<FlowCoverage> CoverageAsync() =>
        new((await new FlowCache(_versions, _registry).GetAsync(Subject.Tenant.Key, Subject.Flow.Id, CancellationToken.None)).Version!);
}
