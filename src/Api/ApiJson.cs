using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Assistants;
using FlowEngine.Api.Audit;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Comparisons.Ignoring;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Flows;
using FlowEngine.Api.FlowTests;
using FlowEngine.Api.Health;
using FlowEngine.Api.Problems;
using FlowEngine.Api.Secrets;
using FlowEngine.Api.Settings;
using FlowEngine.Api.Stages;
using FlowEngine.Api.Switches;
using FlowEngine.Api.Tenants;
using FlowEngine.Api.Trying;
using FlowEngine.Chat.Replies;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Api;

/// <summary>How requests and answers are written as JSON: camelCase, letters as they are, without members that have no value.</summary>
internal static class ApiJson
{
    /// <summary>A flow's document may be nested as deep as its reader takes it, within what carries it.</summary>
    private const int Depth = 96;

    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = RelaxedJson.Encoder;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = Depth;
        options.Converters.Add(new JsonStringEnumConverter<Severity>(JsonNamingPolicy.SnakeCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<GateStatus>(JsonNamingPolicy.SnakeCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<CriterionStatus>(JsonNamingPolicy.SnakeCaseLower));
        var types = options.TypeInfoResolverChain;
        foreach (var (index, context) in Contexts().Index())
        {
            types.Insert(index, context);
        }
    }

    /// <summary>One of each folder: a new folder adds its own here.</summary>
    private static IEnumerable<JsonSerializerContext> Contexts() =>
    [
        AiConfigurationJsonContext.Default, AuditJsonContext.Default, HistoryJsonContext.Default, ChatJson.Default, ComparisonJsonContext.Default,
        IgnoreRuleJsonContext.Default, FlowJsonContext.Default, FlowTestJsonContext.Default, HealthJsonContext.Default, ProblemJsonContext.Default,
        SecretJsonContext.Default, SettingsJsonContext.Default, StageJsonContext.Default, SwitchJsonContext.Default, TenantJsonContext.Default,
        TryJsonContext.Default,
    ];
}
