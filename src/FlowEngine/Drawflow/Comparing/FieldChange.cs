using System.Text.Json;

namespace FlowEngine.Drawflow.Comparing;

/// <param name="Pointer">RFC 6901; empty where the whole value differs.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing any more.</param>
internal readonly record struct FieldChange(string Pointer, JsonElement? Before, JsonElement? After);
