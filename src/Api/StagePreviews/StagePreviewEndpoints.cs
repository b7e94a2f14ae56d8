using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.StagePreviews;

public static class StagePreviewEndpoints
{
    public static void MapStagePreviews(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api/admin/stages/{" + NamedTenants.Route + "}").WithTags("Stages").RequireScope(AccessScope.Engineer)
            .MapGet("/preview", PreviewAsync)
            .WithName("previewStage")
            .WithSummary("What a change of the stage would come to: whether it is allowed, whether it needs a reason, how many sessions it moves. Nothing is changed.")
            .WithDescription("`stage` is the stage to go to, `percentage` the share of the sessions, 100 where it is left out. The rules and the gate are those of `PUT`.");

    private static async Task<Results<Ok<StagePreviewView>, ApiProblem>> PreviewAsync(
        Caller caller, StagePreviewHandler handler, string tenant, string? stage, int? percentage, CancellationToken cancellationToken)
    {
        // The policy has held the path's tenant against the caller's.
        _ = tenant;
        var (view, problem) = await handler.PreviewAsync(caller, stage, percentage, cancellationToken);
        return view is null ? problem! : TypedResults.Ok(view);
    }
}
