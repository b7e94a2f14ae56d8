namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>One service for the tests that leave each other's conversations alone.</summary>
public sealed class DemoService : IAsyncLifetime
{
    public const string Name = "demo service";

    public ChatService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await ChatService.StartAsync();

    public async Task DisposeAsync() => await Service.DisposeAsync();
}

[CollectionDefinition(DemoService.Name)]
public sealed class DemoServiceTests : ICollectionFixture<DemoService>;
