using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Http;
using FlowEngine.Api.Stages;
using FlowEngine.Api.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Moving.Importing;

namespace FlowEngine.Cli;

/// <summary>What commands write with <c>--json</c>.</summary>
internal static class CliJson
{
    public static CliJsonContext Context { get; } = new(new JsonSerializerOptions(CliJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
        WriteIndented = true,
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SchemaStatusView))]
[JsonSerializable(typeof(SchemaUpView))]
[JsonSerializable(typeof(SchemaDownView))]
[JsonSerializable(typeof(SchemaVerifyView))]
[JsonSerializable(typeof(FlowCheckView))]
[JsonSerializable(typeof(FlowDiffView))]
[JsonSerializable(typeof(FlowImportView))]
[JsonSerializable(typeof(ImportReportView))]
[JsonSerializable(typeof(AuditVerdictView))]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(StageView))]
[JsonSerializable(typeof(Page<StageView>))]
[JsonSerializable(typeof(StageReadyView))]
[JsonSerializable(typeof(TenantView))]
[JsonSerializable(typeof(Page<TenantView>))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
