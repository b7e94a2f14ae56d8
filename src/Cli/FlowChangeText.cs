using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Comparing;

namespace FlowEngine.Cli;

/// <summary>Differences as a person reads them: + is new, - is gone, ~ is changed.</summary>
internal static class FlowChangeText
{
    private const int Longest = 200;

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = RelaxedJson.Encoder };

    public static string Line(FlowChange change) => change.Kind switch
    {
        FlowChangeKind.ModuleAdded => $"+ module {change.Module}",
        FlowChangeKind.ModuleRemoved => $"- module {change.Module}",
        FlowChangeKind.NodeAdded => $"+ {Node(change)}",
        FlowChangeKind.NodeRemoved => $"- {Node(change)}",
        FlowChangeKind.NodeMoved => $"~ {Node(change)} moved: {Both(change)}",
        FlowChangeKind.NodeRetyped => $"~ {Node(change)} has another type: {Both(change)}",
        FlowChangeKind.PortsChanged => $"~ {Node(change)} has other ports: {Both(change)}",
        FlowChangeKind.ConfigurationChanged => $"~ {Node(change)} {change.Pointer}: {Both(change)}",
        FlowChangeKind.EdgeAdded => $"+ {Edge(change)}",
        FlowChangeKind.EdgeRemoved => $"- {Edge(change)}",
        FlowChangeKind.StartChanged => $"~ start: {Both(change)}",
        _ => $"~ settings {change.Pointer}: {Both(change)}",
    };

    private static string Node(FlowChange change)
    {
        var name = string.IsNullOrWhiteSpace(change.Label) ? $"node {change.NodeId}" : $"'{change.Label}' (node {change.NodeId})";
        return $"{name} {change.NodeType}{In(change)}";
    }

    private static string Edge(FlowChange change) =>
        change.Edge is { } edge ? $"edge {edge.From} output_{edge.Output} -> {edge.To} input_{edge.Input}{In(change)}" : "edge";

    private static string In(FlowChange change) => change.Module == DrawflowDocument.HomeName ? "" : $" in {change.Module}";

    private static string Both(FlowChange change) => $"{Value(change.Before)} -> {Value(change.After)}";

    private static string Value(JsonElement? value)
    {
        var text = value is { } json ? JsonSerializer.Serialize(json, s_readable) : "nothing";
        return UnicodeText.Shorten(text, Longest);
    }
}
