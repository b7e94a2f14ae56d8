using System.Text;
using FlowEngine.Drawflow;
using FlowEngine.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class DrawflowPropertyTests
{
    private static readonly Arbitrary<int> _seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static readonly HashSet<DocumentProblemCode> _fatal =
    [
        DocumentProblemCode.NotJson, DocumentProblemCode.NotDrawflow, DocumentProblemCode.Empty, DocumentProblemCode.InvalidText,
        DocumentProblemCode.NulCharacter, DocumentProblemCode.DuplicateName, DocumentProblemCode.TooDeep,
    ];

    [Fact]
    public void ReadWrite_AnyDocument_IsTheSameJsonValue() => ForAnySeed(300, seed =>
    {
        var generated = new GeneratedDocument(seed, oneEnded: false);

        var reading = DrawflowReader.Read(generated.Json);

        Assert.Empty(reading.Problems);
        Assert.Equal(JsonText.Canonical(generated.Json), JsonText.Canonical(reading.Document!.ToJson()));
        AssertEdges(generated.Edges, reading.Document, e => e);
    });

    [Fact]
    public void Edges_OneEndedOnes_AreThoseGenerated() => ForAnySeed(300, seed =>
    {
        var generated = new GeneratedDocument(seed, oneEnded: true);

        var reading = DrawflowReader.Read(generated.Json);

        Assert.All(reading.Problems, p => Assert.Equal(DocumentProblemCode.OneEndedConnection, p.Code));
        Assert.Equal(generated.Edges.Values.Sum(m => m.Count(e => e.Ends != EdgeEnds.Both)), reading.Problems.Count);
        // Those of the input end come last in the order.
        AssertEdges(generated.Edges, reading.Document!, e => e with { Order = 0 });
    });

    [Fact]
    public void Repair_OneEndedDocument_KeepsEveryEdgeAndIsDoneOnce() => ForAnySeed(300, seed =>
    {
        var generated = new GeneratedDocument(seed, oneEnded: true);

        var (repaired, changes) = DrawflowRepair.Repair(DrawflowReader.Read(generated.Json).Document!);

        Assert.Equal(generated.Edges.Values.Sum(m => m.Count(e => e.Ends != EdgeEnds.Both)), changes.Count);
        Assert.Empty(DrawflowReader.Read(repaired.ToJson()).Problems);
        AssertEdges(generated.Edges, repaired, e => e with { Order = 0, Ends = EdgeEnds.Both });
        Assert.Empty(DrawflowRepair.Repair(repaired).Changes);
    });

    [Fact]
    public void Read_DamagedDocument_NeverThrowsAndRepairHolds() => ForAnySeed(1500, seed =>
    {
        var bytes = Damage(Encoding.UTF8.GetBytes(new GeneratedDocument(seed, oneEnded: true).Json), new Random(seed));

        var reading = DrawflowReader.Read(bytes);

        if (reading.Document is not { } document)
        {
            Assert.Contains(reading.Problems, p => _fatal.Contains(p.Code));
            return;
        }

        var (repaired, _) = DrawflowRepair.Repair(document);
        Assert.Empty(DrawflowRepair.Repair(repaired).Changes);
        Assert.All(repaired.Modules, m => Assert.All(m.Edges, e => Assert.Equal(EdgeEnds.Both, e.Ends)));
    });

    [Fact]
    public void Read_RandomBytes_NeverThrows() => ForAnySeed(1000, seed =>
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);

        Assert.NotEmpty(DrawflowReader.Read(bytes).Problems);
        Assert.NotEmpty(DrawflowReader.Read(Encoding.Latin1.GetString(bytes)).Problems);
    });

    /// <summary>Text moved about, so that much of what results is still JSON of another shape.</summary>
    private static byte[] Damage(byte[] bytes, Random random)
    {
        string[] pieces = ["[]", "{}", "null", "5", "\"\"", "\"1\"", "input_2", "output_1", "\\u0000", "\"data\"", "\"id\":7,", "}", ",", "\xff"];
        var text = Encoding.UTF8.GetString(bytes);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length);
            // A whole name or value, or a single character.
            var end = random.Next(2) == 0 ? at + 1 : Math.Max(text.IndexOfAny([',', ':', '}'], at), at);
            text = string.Concat(text.AsSpan(0, at), pieces[random.Next(pieces.Length)], text.AsSpan(Math.Min(end, text.Length)));
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static void AssertEdges(
        IReadOnlyDictionary<string, List<DrawflowEdge>> expected,
        DrawflowDocument document,
        Func<DrawflowEdge, DrawflowEdge> compared)
    {
        Assert.Equal(expected.Keys, document.Modules.Select(m => m.Name));
        foreach (var module in document.Modules)
        {
            Assert.Equal(expected[module.Name].Select(compared).ToHashSet(), module.Edges.Select(compared).ToHashSet());
        }
    }

    private static void ForAnySeed(int tests, Action<int> property) =>
        Prop.ForAll(_seeds, property).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(tests)));
}
