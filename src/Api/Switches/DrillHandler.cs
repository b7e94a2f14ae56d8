using FlowEngine.Api.Access;
using FlowEngine.Chat.Switches;

namespace FlowEngine.Api.Switches;

/// <summary>Drills over the API.</summary>
public sealed class DrillHandler(Drills drills)
{
    public async Task<IResult> RunAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var tenant = http.Caller().Tenant;
        var views = await drills.RunAsync(tenant, cancellationToken);
        return Results.Json(new DrillsView(tenant.Profile.Slug, views.All(view => view.Passed), views), SwitchJson.Context.DrillsView);
    }
}
