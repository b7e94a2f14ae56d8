using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Summaries and gates as JSON: names in camelCase, values of enumerations in snake_case, shares from 0 to 1.</summary>
public static class SummaryJson
{
    public static string Write(Summary summary) => JsonSerializer.Serialize(summary, SummaryContext.Default.Summary);

    public static string Write(GateEvaluation gate) => JsonSerializer.Serialize(gate, SummaryContext.Default.GateEvaluation);

    public static string Write(WatchDecision decision) => JsonSerializer.Serialize(decision, SummaryContext.Default.WatchDecision);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(SeverityConverter), typeof(CriterionStatusConverter), typeof(GateStatusConverter), typeof(WatchActionConverter)],
    WriteIndented = true)]
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(GateEvaluation))]
[JsonSerializable(typeof(WatchDecision))]
internal sealed partial class SummaryContext : JsonSerializerContext;

internal sealed class CriterionStatusConverter() : JsonStringEnumConverter<CriterionStatus>(JsonNamingPolicy.SnakeCaseLower);

internal sealed class GateStatusConverter() : JsonStringEnumConverter<GateStatus>(JsonNamingPolicy.SnakeCaseLower);

internal sealed class WatchActionConverter() : JsonStringEnumConverter<WatchAction>(JsonNamingPolicy.SnakeCaseLower);
