using System.Text.Json.Serialization;

namespace FlowEngine.Api.Health;

[JsonSerializable(typeof(HealthView))]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
