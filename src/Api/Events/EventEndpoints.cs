using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Events;

public static class EventEndpoints
{
    private static AnsweredEvents Answers { get; } = new(
    [
        new("change", typeof(EventView), "Something changed: what, and the id of it."),
        new("ready", typeof(EventView), "Everything up to now was sent; new changes follow."),
        new("resync", typeof(EventView), "The stream cannot go on after that event: read everything again."),
        new("ping", typeof(EventView), "After 15 seconds without an event."),
    ]);

    public static void MapEvents(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup("/api").WithTags("Events").RequireScope(AccessScope.Design)
        .MapGet("/events", OpenAsync)
        .WithName("watchEvents")
        .WithSummary("What changes in the tenant, as server-sent events: ids only, from any process.")
        .WithDescription(
            "`topics` names what is watched, with commas; without it, all that the key may watch. The stream has `change` events, `ready` once everything missed was sent, `ping` every 15 seconds, and `resync` where the reader has to read everything again. `Last-Event-ID` goes on after an event for a day; an event may come twice, none is left out. The stream may end at any time: open it again.")
        .Problems(429)
        .WithMetadata(Answers);

    private static async Task<Results<ServerSentEventsResult<EventView>, ApiProblem>> OpenAsync(
        HttpContext http, Caller caller, EventStreams streams, string? topics, [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        CancellationToken cancellationToken)
    {
        var (events, problem) = await streams.OpenAsync(http, caller, topics, lastEventId, cancellationToken);
        if (events is null)
        {
            return problem!;
        }

        // nginx and its kin would hold events back.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(events);
    }
}
