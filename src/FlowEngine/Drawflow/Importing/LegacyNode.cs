using System.Text.Json;

namespace FlowEngine.Drawflow.Importing;

/// <param name="Id">In the imported flow.</param>
/// <param name="WrittenId">As configurations and edges name it; null where it had none.</param>
/// <param name="Config">Always an object.</param>
internal sealed record LegacyNode(
    string Id,
    string? WrittenId,
    string Type,
    string? Name,
    JsonElement Config,
    string Pointer,
    string ConfigPointer,
    double? X,
    double? Y);
