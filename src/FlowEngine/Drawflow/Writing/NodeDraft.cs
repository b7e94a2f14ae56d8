using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Writing;

internal sealed record NodeDraft(string Id, string Type, JsonObject Data, int Inputs, int Outputs, double X, double Y);
