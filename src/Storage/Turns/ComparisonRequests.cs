using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Storage.Turns;

/// <summary>
/// What a turn asks to be compared, as it waits in the turn's own row: a row of its own with its indexes would cost the user who waits more than
/// the text does.
/// </summary>
/// <param name="At">When the turn was stored.</param>
public sealed record ComparisonRequests(DateTimeOffset At, IReadOnlyList<ComparisonRequest> Runs)
{
    /// <returns>JSON; null where nothing is left to be run.</returns>
    public static string? Write(TurnCommit commit)
    {
        var runs = commit.Comparisons.Where(run => run.IsPending).ToList();
        return runs.Count == 0
            ? null
            : JsonSerializer.Serialize(new(commit.Change.UpdatedAt, runs), ComparisonRequestsContext.Default.ComparisonRequests);
    }

    /// <summary>Null where the text is none: rows may be edited with any tool.</summary>
    public static ComparisonRequests? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ComparisonRequestsContext.Default.ComparisonRequests);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ComparisonRequests))]
internal sealed partial class ComparisonRequestsContext : JsonSerializerContext;
