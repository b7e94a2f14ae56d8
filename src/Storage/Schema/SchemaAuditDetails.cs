using System.Text.Json.Serialization;

namespace FlowEngine.Storage.Schema;

/// <param name="NoBackup">Why there is no copy.</param>
internal sealed record SchemaAuditDetails(string? Backup, string? NoBackup, int Steps);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SchemaAuditDetails))]
internal sealed partial class SchemaAuditJson : JsonSerializerContext;
