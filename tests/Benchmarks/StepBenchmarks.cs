using BenchmarkDotNet.Attributes;
using FlowEngine.Conversations;

namespace FlowEngine.Benchmarks;

/// <summary>One turn through a chain of trivial steps; what a step costs is the slope between two lengths.</summary>
public class StepBenchmarks
{
    private BenchmarkWorld _world = null!;

    [Params("pass", "message", "set_variable", "condition", "mix")]
    public string Type { get; set; } = "";

    [Params(13, 200, 1_000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public async Task SetUp()
    {
        _world = new BenchmarkWorld(BenchmarkFlows.Chain(Type, Steps));
        var outcome = await _world.TurnAsync();
        if (outcome.Failure is not null || outcome.Trace.Count != Steps + 2)
        {
            throw new InvalidOperationException($"{outcome.Failure} after {outcome.Trace.Count} steps");
        }
    }

    [Benchmark]
    public Task<TurnOutcome> Turn() => _world.TurnAsync();
}
