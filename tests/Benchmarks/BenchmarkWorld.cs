using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Nodes;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowEngine.Benchmarks;

/// <summary>An engine with one flow, and the turn that walks it from start to end.</summary>
internal sealed class BenchmarkWorld : IFlowVersions
{
    private static readonly TenantProfile s_tenant = new()
    {
        Key = new(1, "bench"),
        Slug = "bench",
        Name = "Bench",
        Languages = ["en"],
    };

    private readonly ConversationFlowEngine _engine;
    private readonly FlowVersionSource _source;
    private readonly TurnInput _turn;

    public BenchmarkWorld(string flow)
    {
        _source = new(new(1, "bench", 1), flow, null, null);
        _turn = new()
        {
            Tenant = s_tenant,
            ConversationId = Guid.Empty,
            TurnId = Guid.Empty,
            Seq = 1,
            Now = DateTimeOffset.UnixEpoch,
            SessionId = "s",
            Message = "hi",
            Language = "en",
            Flow = _source.Version,
        };
        _engine = new(
            new FlowCache(this, Registry()), null!, new() { MaxSteps = 10_000, MaxOutput = int.MaxValue }, TimeProvider.System, NullLogger<ConversationFlowEngine>.Instance);
    }

    public static NodeRegistry Registry()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddNodes().AddSingleton<INode, PassNode>();
        return services.BuildServiceProvider().GetRequiredService<NodeRegistry>();
    }

    public Task<TurnOutcome> TurnAsync() => _engine.RunAsync(_turn, NoReplyStream.Instance, CancellationToken.None);

    public ValueTask<FlowVersionSource?> FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken) => new(_source);
}
