using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowEngine.Chat;
using FlowEngine.Chat.Health;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Projection;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Turns;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Health;

public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/api/health").WithTags("Health");
        health.MapGet("", () => TypedResults.Ok(new HealthView("ok", null)))
            .WithName("getHealth")
            .WithSummary("The process answers.");
        health.MapGet("/ready", ReadyAsync)
            .WithName("getReadiness")
            .WithSummary("The database answers and has the schema of this version.")
            .Produces<HealthView>()
            .Produces<HealthView>(StatusCodes.Status503ServiceUnavailable);
    }

    private const string Gone = "The database is gone or empty: restore it from a backup. A service that is started now would make an empty one.";

    private static async Task<JsonHttpResult<HealthView>> ReadyAsync(
        SchemaMigrator schema, SettingsWarnings warnings, TurnProjector projector, IOptions<ChatOptions> chat, CancellationToken cancellationToken)
    {
        try
        {
            var status = await schema.StatusAsync(cancellationToken);
            return status.State switch
            {
                SchemaState.Current => TypedResults.Json(new HealthView("ready", null)
                {
                    Warnings = warnings.All is { Count: > 0 } all ? all : null,
                    ProjectorLagSeconds = (await projector.LagAsync(chat.Value.InstanceId, cancellationToken))?.TotalSeconds,
                }),

                // A service begins only where there is a schema.
                SchemaState.Empty => NotReady(Gone),
                SchemaState.Foreign => NotReady("The database is not this service's: it has tables of another program and none of its own."),
                _ => NotReady("The database has another schema than this version needs: run 'migrate up'."),
            };
        }
        catch (StorageUnavailableException fault) when (fault.InnerException is DatabaseDamagedException)
        {
            return NotReady("The database is damaged: restore it from a backup.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return NotReady("The database does not answer.");
        }
    }

    private static JsonHttpResult<HealthView> NotReady(string detail) =>
        TypedResults.Json(new HealthView("not_ready", detail), statusCode: StatusCodes.Status503ServiceUnavailable);
}

/// <param name="Status"><c>ok</c>, <c>ready</c> or <c>not_ready</c>.</param>
public sealed record HealthView([property: AllowedValues("ok", "ready", "not_ready")] string Status, string? Detail)
{
    /// <summary>What does not keep the service from answering but should be fixed, such as a settings file that cannot be used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>How long the oldest turn that is not in the audit and the roll-ups yet has waited; left out where no worker ever ran.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ProjectorLagSeconds { get; init; }
}
