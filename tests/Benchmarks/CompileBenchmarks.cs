using BenchmarkDotNet.Attributes;
using FlowEngine.Checking;
using FlowEngine.Compiling;
using FlowEngine.NodeTypes;

namespace FlowEngine.Benchmarks;

/// <summary>From the stored text to a walkable flow: parse, the checks without which it cannot be walked, compile.</summary>
public class CompileBenchmarks
{
    private readonly NodeRegistry _registry = BenchmarkWorld.Registry();
    private string _json = "";

    [Params("mix")]
    public string Type { get; set; } = "";

    [Params(10, 100, 1_000, 10_000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void SetUp() => _json = BenchmarkFlows.Chain(Type, Steps);

    [Benchmark]
    public CompiledVersion Compile()
    {
        var check = FlowChecker.CheckToWalk(_json, new CheckContext(_registry));
        return FlowCompiler.Compile(check.Document!, new(1, "bench", 1), FlowSettings.None);
    }
}
