using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>
/// What flows run in: a tenant and doubles of the ports, with a small shop. Change what a test needs, then start a
/// <see cref="TestConversation"/> in it. What a node's constructor asks for is added to <see cref="Services"/>.
/// </summary>
public sealed class TestWorld
{
    private NodeRegistry? _registry;

    public TestWorld()
    {
        Catalog = new TestCatalog(() => Tenant);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        SmallShop.Fill(this);
    }

    public TenantProfile Tenant { get; set; } = SmallShop.Tenant;

    public TestCatalog Catalog { get; }

    public TestKnowledge Knowledge { get; } = new();

    public TestHistory History { get; } = new();

    public TestModel Model { get; } = new();

    public TestHttp Http { get; } = new();

    public TestLedger Effects { get; } = new();

    /// <summary>Starts on a Wednesday.</summary>
    public FakeTimeProvider Clock { get; } = new(new(2026, 12, 2, 9, 0, 0, TimeSpan.Zero));

    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>The registry as <c>AddNodes</c> makes it.</summary>
    public NodeRegistry Registry => _registry ??= Services.AddNodes().BuildServiceProvider().GetRequiredService<NodeRegistry>();

    /// <summary>What the engine and its model calls log to.</summary>
    public ILoggerFactory Logs { get; set; } = NullLoggerFactory.Instance;

    /// <summary>In the place of <see cref="Ports"/>'s own.</summary>
    public ReplayedPorts? Replayed { get; set; }

    public TurnPorts Ports => Replayed is { } replayed
        ? new(replayed, replayed, History, new ModelChain(replayed, Logs.CreateLogger<ModelChain>()))
        : new(Catalog, Knowledge, History, new ModelChain(Model, Logs.CreateLogger<ModelChain>()))
        {
            Http = Http,
            Effects = Effects,
        };
}
