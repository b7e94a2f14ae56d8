using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Importing;
using FlowEngine.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Drawflow.Importing;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class LegacyPropertyTests
{
    private static readonly string[] s_pieces =
        ["[]", "{}", "null", "5", "\"\"", "\"node_4\"", "\"next_node\"", "{\"a\":[1]}", "true", "-1.5e9", "\"{{context.a}}\"", "\\u0000", "}", ",", "\"[LINK:a]\""];

    /// <summary>Pieces of a flow put in other places: much of what results is still JSON.</summary>
    [Fact]
    public void Read_OfDamagedFlows_GivesASoundDocumentOrARefusal()
    {
        var texts = LegacyFile.Names.Select(LegacyFile.Read).ToArray();
        var imported = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var result = LegacyFlowImport.Read(Damage(texts[random.Next(texts.Length)], random), followEdges: random.Next(3) == 0);

            if (result.Document is not { } document)
            {
                Assert.True(result.HasDecisions);
                return;
            }

            imported++;
            Assert.DoesNotContain(DrawflowReader.Read(document.ToJson()).Problems, problem => problem.IsError);
            Assert.True(result.StartNodeId is null ? result.HasDecisions || result.Variant != DrawflowVariant.LegacyFlowData : document.Home!.Find(result.StartNodeId) is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(1500)));

        Assert.True(imported > 300, $"Only {imported} texts were flows.");
    }

    private static string Damage(string text, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = text.IndexOf(':', random.Next(text.Length / 2)) + 1;
            var end = text.IndexOfAny([',', '}', '\n'], at);
            text = end < 0 ? text : string.Concat(text.AsSpan(0, at), s_pieces[random.Next(s_pieces.Length)], text.AsSpan(end));
        }

        return text;
    }
}
