using FlowEngine.Api.Access;
using FlowEngine.Hosting.Access;
using FlowEngine.Storage.Audit;

namespace FlowEngine.Api.Audit;

public static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api/admin").WithTags("Audit").RequireScope(AccessScope.Admin)
            .MapGet("/audit", (Caller caller, AuditQueries reads, string? action, string? entity, string? subject, string? next, CancellationToken token) =>
                reads.ListAsync(caller, new AuditFilter(action, entity, subject), next, token))
            .WithName("listAuditEntries")
            .WithSummary("Who changed what, newest first.")
            .WithDescription(
                "`action` takes one action (`flow.publish`), `entity` all of a kind of thing (`flow`), `subject` those of one thing by its name.");
}
