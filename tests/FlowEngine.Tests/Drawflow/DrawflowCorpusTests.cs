using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

/// <summary>Real exports, kept beside the repository where their licences allow no copy in it; nothing is checked where they are absent.</summary>
public sealed class DrawflowCorpusTests
{
    private const string Absent = "absent";

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

    public static TheoryData<string> Files => Folder() is { } folder
        ? new(Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
        : new(Absent);

    [Theory]
    [MemberData(nameof(Files))]
    public void ReadWrite_RealExport_IsTheSameJsonValue(string file)
    {
        if (string.Equals(file, Absent, StringComparison.Ordinal))
        {
            return;
        }

        var json = File.ReadAllText(Path.Combine(Folder()!, file));

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

    private static string? Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlowEngine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.Parent is { } beside && Path.Combine(beside.FullName, "shared", "corpus") is var corpus && Directory.Exists(corpus)
            ? corpus
            : null;
    }
}
