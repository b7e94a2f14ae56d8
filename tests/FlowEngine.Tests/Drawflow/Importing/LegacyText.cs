using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Importing;
using Xunit;

namespace FlowEngine.Tests.Drawflow.Importing;

/// <summary>Small legacy flows as text, and what became of them.</summary>
internal static class LegacyText
{
    /// <param name="config">As JSON.</param>
    public static string Node(string id, string type, string config) => $$$"""{"id":"{{{id}}}","type":"{{{type}}}","config":{{{config}}},"position":{"x":1,"y":2}}""";

    public static string Flow(params string[] nodes) => $$"""{"nodes":[{{string.Join(',', nodes)}}],"edges":[]}""";

    /// <summary>One node of this type and configuration, then an end <c>stop</c>.</summary>
    public static LegacyFlowResult Import(string type, string config) =>
        LegacyFlowImport.Read(Flow(Node("n", type, config), Node("stop", "end", "[]")), "n");

    public static JsonNode Data(LegacyFlowResult result, string id = "n")
    {
        Assert.NotNull(result.Document);
        return JsonNode.Parse(result.Document.Home!.Find(id)!.Data.GetRawText())!;
    }

    /// <summary>Source, output and target of every edge.</summary>
    public static IEnumerable<string> Edges(DrawflowDocument document) =>
        document.Home!.ConfirmedEdges.OrderBy(edge => edge.SourceId, StringComparer.Ordinal).ThenBy(edge => edge.OutputPort)
            .Select(edge => $"{edge.SourceId}.{edge.OutputPort}>{edge.TargetId}");

    public static IEnumerable<string> Codes(LegacyFlowResult result, ImportSeverity severity) =>
        result.Report.Where(finding => finding.Severity == severity).Select(finding => finding.Code);
}
