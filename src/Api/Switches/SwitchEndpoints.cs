using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Switches;

public static class SwitchEndpoints
{
    public static void MapSwitches(this IEndpointRouteBuilder endpoints)
    {
        var switches = endpoints.MapGroup("/api/admin/kill-switches").WithTags("Kill switches").RequireScopeOrOperator(AccessScope.Engineer)
            .WithDescription("An operator's key without `X-Tenant` sees and sets the service's switches; any other key those of its tenant.")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        switches.MapGet("", (HttpContext http, KillSwitchHandler handler, CancellationToken token) => handler.ListAsync(http, token))
            .WithSummary("What is switched off, the service's own included.")
            .Produces<Page<KillSwitchView>>();
        switches.MapPut("", (HttpContext http, KillSwitchHandler handler, CancellationToken token) => handler.PutAsync(http, token))
            .WithSummary("Switches something off; every process sees it within two seconds.")
            .Accepts<KillSwitchBody>("application/json")
            .Produces<Page<KillSwitchView>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        switches.MapDelete("", (HttpContext http, KillSwitchHandler handler, string? kind, string? subject, CancellationToken token) =>
                handler.DeleteAsync(http, kind, subject, token))
            .WithSummary("Switches it on again.")
            .Produces<Page<KillSwitchView>>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        endpoints.MapPost("/api/admin/drills", (HttpContext http, DrillHandler handler, CancellationToken token) => handler.RunAsync(http, token))
            .WithTags("Kill switches").RequireScope(AccessScope.Engineer)
            .WithSummary("Tries each kill switch on a turn of which nothing is stored or sent: what is to happen, and what happened.")
            .WithDescription("The switches are put into a copy of what turns see of the tenant: nobody's chat is touched. The tenant's models are asked.")
            .Produces<DrillsView>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }
}
