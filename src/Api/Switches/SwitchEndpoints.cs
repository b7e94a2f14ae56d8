using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Switches;

public static class SwitchEndpoints
{
    private const string Whose = "An operator's key without `X-Tenant` sees and sets the service's switches; any other key those of its tenant.";

    public static void MapSwitches(this IEndpointRouteBuilder endpoints)
    {
        var switches = endpoints.MapGroup("/api/admin/kill-switches").WithTags("Kill switches").RequireScopeOrOperator(AccessScope.Engineer);
        switches.MapGet("", (SwitchOwner owner, KillSwitchHandler handler, CancellationToken token) => handler.ListAsync(owner, token))
            .WithName("listKillSwitches")
            .WithSummary("What is switched off, the service's own included.")
            .WithDescription(Whose);
        switches.MapPut("", (SwitchOwner owner, KillSwitchHandler handler, Body<KillSwitchBody> body, CancellationToken token) =>
                handler.PutAsync(owner, body.Value, token))
            .WithName("setKillSwitch")
            .WithSummary("Switches something off; every process sees it within two seconds.")
            .WithDescription(Whose);
        switches.MapDelete("", (SwitchOwner owner, KillSwitchHandler handler, string kind, string? subject, CancellationToken token) =>
                handler.DeleteAsync(owner, kind, subject, token))
            .WithName("clearKillSwitch")
            .WithSummary("Switches it on again.")
            .WithDescription(Whose);
        endpoints.MapPost("/api/admin/drills", (Caller caller, DrillHandler handler, CancellationToken token) => handler.RunAsync(caller, token))
            .WithTags("Kill switches").RequireScope(AccessScope.Engineer)
            .WithName("runDrills")
            .WithSummary("Tries each kill switch on a turn of which nothing is stored or sent: what is to happen, and what happened.")
            .WithDescription("The switches are put into a copy of what turns see of the tenant: nobody's chat is touched. The tenant's models are asked.");
    }
}
