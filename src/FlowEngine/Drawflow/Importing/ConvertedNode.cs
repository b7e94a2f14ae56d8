using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Importing;

/// <param name="Side">What was read by nothing: kept beside the node's configuration; null where there is none.</param>
internal sealed record ConvertedNode(
    LegacyNode Source, LegacyType Type, JsonObject Data, IReadOnlyList<LegacyRoute> Routes, JsonObject? Side);
