using System.Collections.Concurrent;
using FlowEngine.Nodes.Tests.Checking.Mutations;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Support;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>What the checker says of a flow is what its users meet.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
public sealed class MutationTests(MutantFixture made) : IClassFixture<MutantFixture>
{
    private static readonly int s_users = Rounds.Times(200);

    private static readonly string[] s_messages =
    [
        "hello", "xyz", "?", "42", "en ucuz transpalet", "transpalet istiyorum", "price of a forklift", "compare EP-1500 and MT-2000", "garanti süresi nedir?",
        "contact details", "show me products", "uzay gemisi", "yes", "no", "skip", "Ayşe Yılmaz", "ayse@example.com", "+905321234567", "2030-06-15", "tomorrow",
        "rent", "buying", "A-1001", "how much is delivery",
    ];

    [Fact]
    public async Task Mutants_ThatCheckClean_ServeEveryUser()
    {
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(made.Mutants.Where(mutant => mutant.IsClean), async (mutant, _) =>
        {
            if (await mutant.CrowdFaultAsync(made.World, s_messages, s_users) is { } fault)
            {
                faults.Add(fault);
            }
        });

        Assert.Empty(faults.Order());
        Assert.InRange(made.Mutants.Count(mutant => mutant.IsClean), MutantFixture.Count / 5, MutantFixture.Count * 4 / 5);
    }

    [Fact]
    public async Task CounterExamples_OfMutants_ShowTheirFaultOnTheEngine()
    {
        var shown = new ConcurrentBag<string>();
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(made.Mutants.Where(CanBeWalked), async (mutant, _) =>
        {
            foreach (var finding in mutant.Findings.Where(finding => finding.CounterExample is not null))
            {
                if (await mutant.ShowsAsync(finding, made.World))
                {
                    shown.Add(finding.Code);
                }
                else
                {
                    wrong.Add($"{mutant.Name}: {finding.Code} at {finding.NodeId} after {string.Join(" / ", finding.CounterExample!)}: {finding.Message}");
                }
            }
        });

        Assert.Empty(wrong.Order());
        Assert.Equal(["endless_cycle", "mute_path", "read_before_set"], shown.Distinct().Order());
    }

    private bool CanBeWalked(Mutant mutant) => !FlowEngine.Checking.FlowChecker
        .CheckToWalk(mutant.Json, new FlowEngine.Checking.CheckContext(made.World.Registry, mutant.Start)).HasErrors;
}
