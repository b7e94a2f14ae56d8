using FlowEngine.Api.Access;
using FlowEngine.Chat.Switches;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Switches;

/// <summary>Drills over the API.</summary>
public sealed class DrillHandler(Drills drills)
{
    public async Task<Ok<DrillsView>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var views = await drills.RunAsync(caller.Tenant, cancellationToken);
        return TypedResults.Ok(new DrillsView(caller.Tenant.Profile.Slug, views.All(view => view.Passed), views));
    }
}
