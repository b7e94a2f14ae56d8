using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Repairing;

internal static class JsonNodeElement
{
    public static JsonElement AsElement(this JsonNode node) => JsonElement.Parse(node.ToJsonString());
}
