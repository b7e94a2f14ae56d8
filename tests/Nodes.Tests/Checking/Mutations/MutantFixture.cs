using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Support;

namespace FlowEngine.Nodes.Tests.Checking.Mutations;

/// <summary>The mutants, made and checked once for all tests of them.</summary>
public sealed class MutantFixture
{
    public static int Count { get; } = Rounds.Times(120);

    public MutantFixture()
    {
        // The registry is made at first use, which is no matter for several threads at once.
        _ = World.Registry;
        Mutants = [.. Enumerable.Range(0, int.MaxValue).Select(seed => Mutant.Make(seed, World)).OfType<Mutant>().Take(Count)];
    }

    public TestWorld World { get; } = new();

    internal IReadOnlyList<Mutant> Mutants { get; }
}
