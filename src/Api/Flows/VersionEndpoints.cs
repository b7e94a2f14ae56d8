using FlowEngine.Api.Chat;
using FlowEngine.Compiling;

namespace FlowEngine.Api.Flows;

/// <summary>The versions of a flow.</summary>
internal static class VersionEndpoints
{
    private const string Version = "/{name}/versions/{version:int}";

    public static void MapVersions(this RouteGroupBuilder flows)
    {
        flows.MapGet("/{name}/versions", (HttpContext http, FlowQueries reads, string name, string? next, string? archived, CancellationToken token) =>
                reads.VersionsAsync(http, name, next, archived, token))
            .WithSummary("Versions of a flow, newest first.")
            .WithDescription("With `?archived=true` those too that were archived.")
            .Produces<Page<FlowVersionView>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        flows.MapGet(Version, (HttpContext http, FlowQueries reads, string name, int version, CancellationToken token) =>
                reads.GetAsync(http, name, version, token))
            .WithSummary("One version, with its document.")
            .Produces<FlowDetailView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        flows.MapGet("/{name}/diff", (HttpContext http, VersionQueries reads, string name, string? from, string? to, CancellationToken token) =>
                reads.DiffAsync(http, name, from, to, token))
            .WithSummary("What differs in meaning between two versions.")
            .WithDescription(
                "`from` is the number of a version, else the active one; `to` another, else the newest. Nodes are matched by id; the order of members, nodes and connections means nothing.")
            .Produces<FlowDifferenceView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        flows.MapGet(Version + "/impact", (HttpContext http, FlowImpact impact, string name, int version, CancellationToken token) =>
                impact.GetAsync(http, name, version, token))
            .WithSummary("Where conversations wait in the flow, and which of these nodes the version lacks or has with another type.")
            .WithDescription("They go on in the version that they wait in; a version that is published is taken by new walks.")
            .Produces<FlowImpactView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        flows.MapGet(Version + "/settings", (HttpContext http, VersionQueries reads, string name, int version, CancellationToken token) =>
                reads.SettingsAsync(http, name, version, token))
            .WithSummary("Fallback text, limits and languages of a version; what it does not set comes from the tenant's.")
            .Produces<FlowSettings>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static void MapVersionChanges(this RouteGroupBuilder flows)
    {
        flows.MapPost(Version + "/publish", (HttpContext http, VersionHandler handler, string name, int version, CancellationToken token) =>
                handler.PublishAsync(http, name, version, token))
            .WithSummary("Makes a version the active one, if it has no errors and its flow's tests pass.")
            .WithDescription("`?override=` says why it is published although tests fail; errors always block it. New walks take it within two seconds on every process; walks that wait go on in their own version. `If-Match` publishes only what has that ETag.")
            .Produces<SavedFlowView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        flows.MapPost("/{name}/rollback", (HttpContext http, VersionHandler handler, string name, CancellationToken token) =>
                handler.RollBackAsync(http, name, token))
            .WithSummary("Makes a new version that equals an old one, and publishes it, if it has no errors.")
            .WithDescription("The old version is checked and tested again: node types and flows that it uses may be gone. `override` says why although tests fail. `If-Match` does it only while the newest version has that ETag.")
            .Accepts<RollbackBody>("application/json")
            .Produces<SavedFlowView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        flows.MapPut(Version + "/settings", (HttpContext http, VersionHandler handler, string name, int version, CancellationToken token) =>
                handler.SaveSettingsAsync(http, name, version, token))
            .WithSummary("Saves the version with these settings as the next draft version.")
            .WithDescription(
                "A version never changes: publish the new one to have its settings count. The same settings make no new version. `?note=` says why; `If-Match` does it only for the version with that ETag.")
            .Accepts<FlowSettings>("application/json")
            .Produces<SavedFlowView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        flows.MapDelete(Version, (HttpContext http, VersionHandler handler, string name, int version, CancellationToken token) =>
                handler.ArchiveAsync(http, name, version, token))
            .WithSummary("Archives a version that is not active: it leaves the lists and is not published any more.")
            .WithDescription("Conversations that wait in it go on; it can be read, compared and rolled back to.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }
}
