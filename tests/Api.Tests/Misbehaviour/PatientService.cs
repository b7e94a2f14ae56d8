namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>A service whose time-outs are those of production: what ends a turn early is its client.</summary>
public sealed class PatientService : IAsyncLifetime
{
    internal FaultyService Faulty { get; private set; } = null!;

    public async Task InitializeAsync() => Faulty = await FaultyService.StartAsync(new());

    public async Task DisposeAsync() => await Faulty.DisposeAsync();
}
