using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

public sealed class DrawflowRepairTests
{
    [Fact]
    public void Repair_SoundDocument_IsTheSameDocument()
    {
        var document = DrawflowReader.Read(DocumentText.Home(DocumentText.TwoNodes)).Document!;

        var (repaired, changes) = DrawflowRepair.Repair(document);

        Assert.Same(document, repaired);
        Assert.Empty(changes);
    }

    [Fact]
    public void Repair_EverythingThatCanBeMended_LeavesNoProblem()
    {
        var json = DocumentText.Home(DocumentText.Map(
            ("1", DocumentText.Node(
                "1",
                innerId: "7",
                data: "[]",
                outputs: """
                    {"output_1":{"connections":[{"node":"9","output":"input_1"},{"node":2,"output":"input_1","points":[{"pos_x":1,"pos_y":2}]},
                                                {"node":"2","output":"input_5"},{"node":"2","output":"input_1"},{"node":"2","input_1":"x"}]},
                     "output_2":{}}
                    """)),
            ("2", DocumentText.Node("2", data: """{"config":[]}""", inputs: """{"input_1":{"connections":[]},"input_2":{"connections":[{"node":1,"input":"output_2"}]}}""")),
            ("3", """{"name":"end"}""")));

        var (repaired, changes) = DrawflowRepair.Repair(DrawflowReader.Read(json).Document!);

        Assert.Empty(DrawflowReader.Read(repaired.ToJson()).Problems);
        Assert.Equal(
            [new DrawflowEdge("1", 1, "2", 1, EdgeEnds.Both, 0), new DrawflowEdge("1", 2, "2", 2, EdgeEnds.Both, 0)],
            repaired.Home!.Edges);
        Assert.Contains("""{"node":"2","output":"input_1","points":[{"pos_x":1,"pos_y":2}]}""", repaired.ToJson(), StringComparison.Ordinal);
        Assert.Equal(4, changes.Count(c => c.Contains("dropped", StringComparison.Ordinal)));
        Assert.Equal(2, changes.Count(c => c.Contains("other end was added", StringComparison.Ordinal)));
        Assert.Contains("Node '1': its inner id was set to the key.", changes);
    }

    [Fact]
    public void Repair_OtherMembersAndModules_AreKept()
    {
        const string json = """
            {"x":1.50,"drawflow":{"Diğer":{"y":[1,2],"data":{"1":{"id":"5","z":"<b>","name":"n","data":{"k":1e2},"class":"c","html":"<i>ş</i>","typenode":"vue","inputs":{},"outputs":{},"pos_x":1.0,"pos_y":2}}},"Home":{"data":{}}}}
            """;

        var (repaired, changes) = DrawflowRepair.Repair(DrawflowReader.Read(json).Document!);

        Assert.Single(changes);
        Assert.Equal(JsonText.Canonical(json.Replace("\"5\"", "1", StringComparison.Ordinal)), JsonText.Canonical(repaired.ToJson()));
    }

    [Fact]
    public void Repair_WhatCanNotBeMended_StaysFound()
    {
        var document = DrawflowReader.Read(DocumentText.Home(DocumentText.Map(("", DocumentText.Node(""))))).Document!;

        var (repaired, changes) = DrawflowRepair.Repair(document);

        Assert.Empty(changes);
        Assert.Equal([DocumentProblemCode.UnusableId], DrawflowReader.Read(repaired.ToJson()).Problems.Select(p => p.Code));
    }
}
