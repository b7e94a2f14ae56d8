using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Compiling;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Flows;

/// <summary>The versions of a flow.</summary>
internal static class VersionEndpoints
{
    private const string Version = "/{name}/versions/{version:int}";

    public static void MapVersions(this RouteGroupBuilder flows)
    {
        flows.MapGet("/{name}/versions", (Caller caller, FlowQueries reads, string name, string? next, bool? archived, CancellationToken token) =>
                reads.VersionsAsync(caller, name, next, archived == true, token))
            .WithName("listFlowVersions")
            .WithSummary("Versions of a flow, newest first.")
            .WithDescription("With `?archived=true` those too that were archived.")
            .Problems(404);
        flows.MapGet(Version, (Caller caller, FlowQueries reads, string name, int version, CancellationToken token) =>
                reads.GetAsync(caller, name, version, token))
            .WithName("getFlowVersion")
            .WithSummary("One version, with its document.")
            .Problems(404);
        flows.MapGet("/{name}/diff", (Caller caller, VersionQueries reads, string name, int? from, int? to, CancellationToken token) =>
                reads.DiffAsync(caller, name, from, to, token))
            .WithName("diffFlowVersions")
            .WithSummary("What differs in meaning between two versions.")
            .WithDescription(
                "`from` is the number of a version, else the active one; `to` another, else the newest. Nodes are matched by id; the order of members, nodes and connections means nothing.")
            .Problems(404);
        flows.MapGet(Version + "/impact", (Caller caller, FlowImpact impact, string name, int version, CancellationToken token) =>
                impact.GetAsync(caller, name, version, token))
            .WithName("getFlowVersionImpact")
            .WithSummary("Where conversations wait in the flow, and which of these nodes the version lacks or has with another type.")
            .WithDescription("They go on in the version that they wait in; a version that is published is taken by new walks.")
            .Problems(404);
        flows.MapGet(Version + "/settings", (Caller caller, VersionQueries reads, string name, int version, CancellationToken token) =>
                reads.SettingsAsync(caller, name, version, token))
            .WithName("getFlowVersionSettings")
            .WithSummary("Fallback text, limits and languages of a version; what it does not set comes from the tenant's.")
            .Produces<FlowSettings>()
            .Problems(404);
    }

    public static void MapVersionChanges(this RouteGroupBuilder flows)
    {
        flows.MapPost(Version + "/publish", (
                    Caller caller, VersionHandler handler, string name, int version, [FromQuery(Name = FlowText.Override)] string? reason,
                    [FromHeader(Name = "If-Match")] string? ifMatch, CancellationToken token) =>
                handler.PublishAsync(caller, name, version, reason, ifMatch, token))
            .WithName("publishFlowVersion")
            .WithSummary("Makes a version the active one, if it has no errors and its flow's tests pass.")
            .WithDescription("`?override=` says why it is published although tests fail; errors always block it. New walks take it within two seconds on every process; walks that wait go on in their own version. `If-Match` publishes only what has that ETag.")
            .Problems(404, 409, 412);
        flows.MapPost("/{name}/rollback", (
                    Caller caller, VersionHandler handler, string name, Body<RollbackBody> body, [FromHeader(Name = "If-Match")] string? ifMatch,
                    CancellationToken token) =>
                handler.RollBackAsync(caller, name, body.Value, ifMatch, token))
            .WithName("rollBackFlow")
            .WithSummary("Makes a new version that equals an old one, and publishes it, if it has no errors.")
            .WithDescription("The old version is checked and tested again: node types and flows that it uses may be gone. `override` says why although tests fail. `If-Match` does it only while the newest version has that ETag.")
            .Problems(404, 412);
        flows.MapPut(Version + "/settings", (
                    Caller caller, VersionHandler handler, string name, int version, VersionSettings settings, string? note,
                    [FromHeader(Name = "If-Match")] string? ifMatch, CancellationToken token) =>
                handler.SaveSettingsAsync(caller, name, version, settings, note, ifMatch, token))
            .WithName("saveFlowVersionSettings")
            .WithSummary("Saves the version with these settings as the next draft version.")
            .WithDescription(
                "A version never changes: publish the new one to have its settings count. The same settings make no new version. `?note=` says why; `If-Match` does it only for the version with that ETag.")
            .Problems(404, 409, 412);
        flows.MapDelete(Version, (
                    Caller caller, VersionHandler handler, string name, int version, [FromHeader(Name = "If-Match")] string? ifMatch,
                    CancellationToken token) =>
                handler.ArchiveAsync(caller, name, version, ifMatch, token))
            .WithName("archiveFlowVersion")
            .WithSummary("Archives a version that is not active: it leaves the lists and is not published any more.")
            .WithDescription("Conversations that wait in it go on; it can be read, compared and rolled back to.")
            .Problems(404, 409, 412);
    }
}
