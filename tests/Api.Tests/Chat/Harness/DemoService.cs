namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>One service on each database for the tests that leave each other's conversations alone.</summary>
public sealed class DemoService : IAsyncLifetime
{
    public const string Name = "demo service";

    private readonly Dictionary<string, ChatService> _others = new(StringComparer.Ordinal);

    /// <summary>On SQLite.</summary>
    public ChatService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await ChatService.StartAsync();

    /// <param name="on">The database's name. The tests of a collection run one after the other.</param>
    public async Task<ChatService> OnAsync(string on)
    {
        if (on == DatabaseNames.Sqlite)
        {
            return Service;
        }

        if (!_others.TryGetValue(on, out var service))
        {
            _others.Add(on, service = await ChatService.StartOnAsync(on));
        }

        return service;
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        foreach (var service in _others.Values)
        {
            await service.DisposeAsync();
        }
    }
}

[CollectionDefinition(DemoService.Name)]
public sealed class DemoServiceTests : ICollectionFixture<DemoService>;
