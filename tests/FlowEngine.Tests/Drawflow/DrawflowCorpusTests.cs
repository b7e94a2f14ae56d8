using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Importing;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

public sealed class DrawflowCorpusTests
{
    private static readonly Dictionary<string, DrawflowVariant> _expected = new(StringComparer.Ordinal)
    {
        ["001"] = DrawflowVariant.StandardWithSideKeys,
        ["005"] = DrawflowVariant.CallFlow,
        ["008"] = DrawflowVariant.NotJson,
        ["009"] = DrawflowVariant.NodeArray,
        ["010"] = DrawflowVariant.NodeArray,
        ["011"] = DrawflowVariant.NodeArray,
        ["012"] = DrawflowVariant.NodeArray,
        ["013"] = DrawflowVariant.StandardWithSideKeys,
        ["014"] = DrawflowVariant.BareModules,
    };

    public static TheoryData<string> Files => CorpusFolder.Path is { } folder
        ? new(Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
        : [];

    [CorpusTheory]
    [MemberData(nameof(Files))]
    public void ReadWrite_RealExport_IsTheSameJsonValue(string file)
    {
        var json = File.ReadAllText(Path.Combine(CorpusFolder.Path!, file));

        var reading = DrawflowReader.Read(json);

        Assert.Equal(_expected.GetValueOrDefault(file[..3], DrawflowVariant.Standard), reading.Variant);
        if (reading.Variant is DrawflowVariant.CallFlow or DrawflowVariant.NotJson)
        {
            Assert.NotEmpty(reading.LooksLike!);
            return;
        }

        Assert.Equal(JsonText.Canonical(json), JsonText.Canonical(reading.Document!.ToJson()));
        Assert.NotEmpty(reading.Document.Nodes);
        var repaired = DrawflowRepair.Repair(reading.Document).Document;
        Assert.Equal(reading.Document.Nodes.Select(n => n.Id), repaired.Nodes.Select(n => n.Id));
        Assert.DoesNotContain(DrawflowReader.Read(repaired.ToJson()).Problems, p => p.IsError);
        Assert.Empty(DrawflowRepair.Repair(repaired).Changes);
    }

    [CorpusTheory]
    [MemberData(nameof(Files))]
    public void Import_RealExport_IsAStandardExportOrRefused(string file)
    {
        var result = LegacyFlowImport.Read(File.ReadAllText(Path.Combine(CorpusFolder.Path!, file)));

        if (result.Variant is DrawflowVariant.CallFlow or DrawflowVariant.NotJson)
        {
            Assert.Null(result.Document);
            Assert.NotEmpty(result.Report);
            return;
        }

        Assert.Contains(result.Document!.Variant, new[] { DrawflowVariant.Standard, DrawflowVariant.StandardWithSideKeys });
        Assert.DoesNotContain(DrawflowReader.Read(result.Document.ToJson()).Problems, problem => problem.IsError);
    }
}
