using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.FlowTests;
using FlowEngine.Api.OpenApi;

namespace FlowEngine.Api.Jobs;

/// <summary>How far a job is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobState>))]
public enum JobState
{
    /// <summary>It waits for a worker.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It has a result.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It has an error.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}

/// <summary>Long work that runs in the background, on any process.</summary>
/// <param name="Kind"><c>flow_tests.run</c> or <c>flow_tests.generate</c>.</param>
/// <param name="Subject">What it is about, such as <c>shop-assistant v3</c>.</param>
/// <param name="Done">How much of it is done: tests that ran, conversations that were tried.</param>
/// <param name="Total">How much there is to do; null while nobody knows.</param>
/// <param name="Cancelling">It was cancelled, and its worker has not stopped yet.</param>
/// <param name="Result">Only where it is done, and not in lists.</param>
/// <param name="Error">Only where it failed.</param>
/// <param name="CreatedBy">Who started it: <c>key:ID</c>.</param>
public sealed record JobView(
    Guid Id,
    string Kind,
    string Subject,
    JobState State,
    int Done,
    int? Total,
    bool Cancelling,
    JobResultView? Result,
    JobErrorView? Error,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt);

/// <param name="Code">Stable, snake_case.</param>
public sealed record JobErrorView(string Code, string Detail);

/// <summary>What a job came to: the member of its kind.</summary>
/// <param name="Tests">Of <c>flow_tests.run</c>.</param>
/// <param name="Generated">Of <c>flow_tests.generate</c>.</param>
public sealed record JobResultView(FlowTestRunView? Tests = null, GeneratedTestsView? Generated = null);

/// <param name="Tests">Together with the stored ones they come by everything but what is uncovered.</param>
/// <param name="Uncovered">What no conversation was found for.</param>
public sealed record GeneratedTestsView(IReadOnlyList<GeneratedTestView> Tests, IReadOnlyList<UncoveredView> Uncovered);

/// <param name="Script">The test, to be saved with <c>PUT /api/flows/{name}/tests/{test}</c>; <c>GET /api/flows/schema/test</c> describes it.</param>
public sealed record GeneratedTestView(string Name, int Turns, [property: AnyObject] JsonElement Script);

/// <summary>Whose tests a job runs.</summary>
/// <param name="Names">Only these; empty: all.</param>
internal sealed record FlowTestJobInput(string Flow, int Version, IReadOnlyList<string> Names);

internal static class JobJson
{
    /// <summary>Stored results are read by people too: letters stay as they are.</summary>
    public static JobJsonContext Context { get; } = new(new JsonSerializerOptions(JobJsonContext.Default.Options)
    {
        Encoder = FlowEngine.Conversations.RelaxedJson.Encoder,
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JobResultView))]
[JsonSerializable(typeof(FlowTestJobInput))]
internal sealed partial class JobJsonContext : JsonSerializerContext;
