using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Importing;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Nodes.Tests.Importing;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class ImportedWayTests
{
    private const string AddedEnd = "import_end";

    private static readonly Arbitrary<int> s_seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    /// <summary>See <see cref="LegacyEngineModel"/> for what the property leaves out, and why.</summary>
    [Fact]
    public void Say_AnyMessageToAnyFlow_TakesTheWayOfTheLegacyEngine()
    {
        var walked = 0;
        Prop.ForAll(s_seeds, async seed =>
        {
            var compared = await CompareAsync(new GeneratedLegacyFlow(seed));
            walked += compared;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(100)));

        Assert.True(walked > 200, $"Only {walked} messages had a way to compare.");
    }

    /// <returns>How many messages were compared.</returns>
    private static async Task<int> CompareAsync(GeneratedLegacyFlow flow)
    {
        var result = LegacyFlowImport.Read(flow.Json, flow.Start);
        Assert.NotNull(result.StartNodeId);
        var model = new LegacyEngineModel(JsonSerializer.SerializeToElement(flow.Flow), flow.Start);
        var reachable = Reachable(result.Document!, result.StartNodeId);
        var compared = 0;
        foreach (var message in LegacyMessage.All)
        {
            if (model.Walk(message) is not { } expected)
            {
                continue;
            }

            var outcome = await new TestConversation(new TestWorld(), reachable, result.StartNodeId).SayAsync(message.Text);

            Assert.Null(outcome.Failure);
            var ids = expected.Select(id => id.Length > 50 ? id[..50] : id);
            var (wanted, walked) = (string.Join(' ', ids), string.Join(' ', Walked.Nodes(outcome).Where(id => id != AddedEnd)));
            Assert.True(wanted == walked, $"'{message.Text}' went {walked} instead of {wanted} in {flow.Json}");
            compared++;
        }

        return compared;
    }

    /// <summary>Nodes that nothing leads to are findings, which is another matter.</summary>
    private static DrawflowDocument Reachable(DrawflowDocument document, string start)
    {
        var edges = document.Home!.ConfirmedEdges.ToLookup(edge => edge.SourceId, edge => edge.TargetId);
        var reached = new HashSet<string>();
        var waiting = new Stack<string>([start]);
        while (waiting.TryPop(out var id))
        {
            if (reached.Add(id))
            {
                foreach (var target in edges[id])
                {
                    waiting.Push(target);
                }
            }
        }

        var root = JsonNode.Parse(document.ToJson())!;
        var nodes = root["drawflow"]!["Home"]!["data"]!.AsObject();
        foreach (var gone in nodes.Select(node => node.Key).Where(id => !reached.Contains(id)).ToList())
        {
            nodes.Remove(gone);
        }

        foreach (var connections in nodes.SelectMany(node => node.Value!["inputs"]!.AsObject()).Select(port => port.Value!["connections"]!.AsArray()))
        {
            foreach (var record in connections.Where(record => !reached.Contains((string)record!["node"]!)).ToList())
            {
                connections.Remove(record);
            }
        }

        return DrawflowReader.Read(root.ToJsonString()).Document!;
    }
}
