using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

/// <param name="Nodes">A map of nodes or a list of them; anything else is no module.</param>
/// <param name="IsListByDesign">A list is the variant's own shape, not an accident of PHP.</param>
internal sealed record ModuleSource(string Name, JsonElement Nodes, string Pointer, bool IsListByDesign = false);
