using System.Text;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using FlowEngine.Tests.Running.TestNodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FlowEngine.Tests.Running;

/// <summary>One conversation with the engine. Its state goes through JSON between two turns, as it would through a database.</summary>
internal sealed class Chat
{
    private readonly ConversationFlowEngine _engine;
    private int _seq;

    public Chat(string flow, string? settings = null, TurnLimits? limits = null, FlakyNode? flaky = null, ModelPrice? price = null)
        : this(new FakeVersions(), limits, flaky, price) => Add("main", flow, settings);

    public Chat(FakeVersions versions, TurnLimits? limits = null, FlakyNode? flaky = null, ModelPrice? price = null)
    {
        Versions = versions;
        Cache = new FlowCache(versions, TestRegistry.Make(flaky));
        var ports = new TurnPorts(Shop, Shop, Shop, new ModelChain(new FakeModels(price), NullLogger<ModelChain>.Instance));
        _engine = new(Cache, ports, limits ?? new TurnLimits(), Clock, NullLogger<ConversationFlowEngine>.Instance);
    }

    /// <summary>Another conversation with the same engine.</summary>
    public Chat(Chat other)
    {
        Versions = other.Versions;
        Cache = other.Cache;
        Clock = other.Clock;
        Shop = other.Shop;
        _engine = other._engine;
    }

    public FakeVersions Versions { get; }

    public FlowCache Cache { get; }

    public FakeTimeProvider Clock { get; } = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public FakeShop Shop { get; } = new();

    public TenantProfile Tenant { get; set; } = new()
    {
        Key = new(1, "test"),
        Slug = "test",
        Name = "Test",
        Languages = ["en", "tr"],
        Settings = new() { FallbackText = new Dictionary<string, string> { ["en"] = "Sorry.", ["tr"] = "Üzgünüm." } },
    };

    public Guid Id { get; init; } = Guid.Parse("11111111-1111-1111-1111-111111111111");

    public ConversationState State { get; private set; } = ConversationState.Empty;

    public ConversationStatus Status { get; private set; }

    public string Language { get; private set; } = "en";

    public FlowVersionRef Add(string name, string flow, string? settings = null) => Versions.Add(name, FlowText.Json(flow), settings);

    /// <summary>What was said, a line a message.</summary>
    public async Task<string> SayAsync(string? message) => Texts(await SendAsync(message));

    public async Task<TurnOutcome> SendAsync(string? message, CancellationToken cancellationToken = default) =>
        Take(await RunAsync(Input(message), cancellationToken));

    public Task<TurnOutcome> TimeOutAsync() => SendAsync(null);

    /// <summary>Awaits in the engine go on where the clock is moved, not on the test runner's context.</summary>
    public Task<TurnOutcome> RunAsync(TurnInput input, CancellationToken cancellationToken = default)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return _engine.RunAsync(input, NoReplyStream.Instance, cancellationToken);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public TurnInput Input(string? message) => new()
    {
        Tenant = Tenant,
        ConversationId = Id,
        TurnId = new Guid(++_seq, 0, 0, new byte[8]),
        Seq = _seq,
        Now = Clock.GetUtcNow(),
        SessionId = "session",
        Message = message,
        Language = Language,
        State = State,
        Status = Status,
        Flow = Versions.Active.GetValueOrDefault("main"),
        ActiveFlows = new Dictionary<string, FlowVersionRef>(Versions.Active),
        IsFirstTurn = _seq == 1,
    };

    public static string Texts(TurnOutcome outcome) => string.Join('\n', outcome.Messages.Select(message => message.Content));

    public TurnOutcome Take(TurnOutcome outcome)
    {
        if (outcome.StateJson is { } json)
        {
            State = ConversationStateJson.Read(Encoding.UTF8.GetString(json)).State!;
        }

        Status = outcome.Status;
        Language = outcome.Language;
        return outcome;
    }
}
