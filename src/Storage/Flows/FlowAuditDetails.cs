using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Flows;

/// <summary>What the audit keeps of a change of a flow.</summary>
/// <param name="Before">The version that was there, or that was active.</param>
/// <param name="After">The version that is there now, or that is active.</param>
internal sealed record FlowAuditDetails(AuditedVersion? Before, AuditedVersion? After)
{
    private static readonly FlowAuditContext s_types = new(new JsonSerializerOptions(FlowAuditContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The version that a rollback copied.</summary>
    public AuditedVersion? CopyOf { get; init; }

    public string? Note { get; init; }

    public string? Override { get; init; }

    public IReadOnlyList<string>? FailedTests { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, s_types.FlowAuditDetails);
}

internal sealed record AuditedVersion(long Id, int Version, string Etag)
{
    public static AuditedVersion? Of(FlowVersionRow? row) => row is null ? null : new(row.Id, row.Version, row.Etag);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FlowAuditDetails))]
internal sealed partial class FlowAuditContext : JsonSerializerContext;
