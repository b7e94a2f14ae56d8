using FlowEngine.Storage.Schema;

namespace FlowEngine.Api.Health;

public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/api/health").WithTags("Health");
        health.MapGet("", () => Results.Ok(new HealthView("ok", null)))
            .WithSummary("The process answers.")
            .Produces<HealthView>();
        health.MapGet("/ready", ReadyAsync)
            .WithSummary("The database answers and has the schema of this version.")
            .Produces<HealthView>()
            .Produces<HealthView>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(SchemaMigrator schema, CancellationToken cancellationToken)
    {
        try
        {
            var status = await schema.StatusAsync(cancellationToken);
            return status.State == SchemaState.Current
                ? Results.Ok(new HealthView("ready", null))
                : NotReady($"The schema is {Chat.ReplyBuilder.Lower(status.State)}: run 'migrate up'.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return NotReady("The database does not answer.");
        }
    }

    private static IResult NotReady(string detail) =>
        Results.Json(new HealthView("not_ready", detail), statusCode: StatusCodes.Status503ServiceUnavailable);
}

/// <param name="Status"><c>ok</c>, <c>ready</c> or <c>not_ready</c>.</param>
public sealed record HealthView(string Status, string? Detail);
