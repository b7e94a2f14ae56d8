using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;

namespace FlowEngine.Storage.Stages;

/// <summary>What the audit keeps of a change of a stage.</summary>
internal sealed record StageAuditDetails(StageRow Before, StageRow After, string? Reason, StageGateNote? Gate)
{
    private static readonly StageAuditContext s_types = new(new JsonSerializerOptions(StageAuditContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public string ToJson() => JsonSerializer.Serialize(this, s_types.StageAuditDetails);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StageAuditDetails))]
internal sealed partial class StageAuditContext : JsonSerializerContext;
