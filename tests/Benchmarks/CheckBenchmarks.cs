using BenchmarkDotNet.Attributes;
using FlowEngine.Checking;
using FlowEngine.NodeTypes;

namespace FlowEngine.Benchmarks;

/// <summary>The whole check of a stored text, as before publishing: parsing, rules, following all walks, looking for counter-examples.</summary>
public class CheckBenchmarks
{
    private readonly NodeRegistry _registry = BenchmarkWorld.Registry();
    private string _json = "";

    /// <summary>A ladder of n conditions has 2^n ways through it; a faulty one ends without a word on all of them and reads what is not set.</summary>
    [Params("mix", "ladder", "faulty ladder")]
    public string Type { get; set; } = "";

    [Params(100, 1_000, 10_000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void SetUp() => _json = Type == "mix" ? BenchmarkFlows.Chain(Type, Steps) : BenchmarkFlows.Ladder(Steps, isFaulty: Type != "ladder");

    [Benchmark]
    public int Check() => FlowChecker.Check(_json, new CheckContext(_registry)).Findings.Count;
}
