using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

/// <summary>A text that became JSON.</summary>
/// <param name="WasQuoted">It came as a program literal that is no JSON by itself.</param>
internal sealed record OpenedText(JsonElement Root, bool WasQuoted);
