namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>Runs all cases at once, each in a conversation of its own: most of their time is waiting.</summary>
public sealed class FaultMatrix : IAsyncLifetime, IDisposable
{
    private const int AtOnce = 48;

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Dictionary<FaultCase, Task<FaultTurn>> _turns = [];

    internal FaultyService Faulty { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Faulty = await FaultyService.StartAsync();
        foreach (var test in Expected.Cases())
        {
            _turns[test] = RunAsync(test);
        }
    }

    internal Task<FaultTurn> TurnOf(FaultCase test) => _turns[test];

    internal async Task AllAsync()
    {
        foreach (Task turn in _turns.Values)
        {
            await turn.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task DisposeAsync()
    {
        await AllAsync();
        await Faulty.DisposeAsync();
    }

    public void Dispose() => _places.Dispose();

    private async Task<FaultTurn> RunAsync(FaultCase test)
    {
        await _places.WaitAsync();
        try
        {
            return await FaultTurn.RunAsync(Faulty, test);
        }
        finally
        {
            _places.Release();
        }
    }
}
