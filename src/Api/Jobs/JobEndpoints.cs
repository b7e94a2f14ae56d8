using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Jobs;

public static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder endpoints)
    {
        var jobs = endpoints.MapGroup(JobAddress.Jobs).WithTags("Jobs").RequireScope(AccessScope.Design)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        jobs.MapGet("", ListAsync)
            .WithName("listJobs")
            .WithSummary("The tenant's jobs, newest first, without their results.")
            .WithDescription("A caller sees the jobs that its scope could have started. Finished jobs are kept for 30 days, unless the service is set otherwise.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        jobs.MapGet("/{id:guid}", GetAsync)
            .WithName("getJob")
            .WithSummary("One job: how far it is, and its result or error.")
            .WithDescription("Poll it once a second, or watch the topic `jobs` of `/api/events`.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        jobs.MapDelete("/{id:guid}", CancelAsync)
            .WithName("cancelJob")
            .WithSummary("Cancels a job that waits or runs.")
            .WithDescription("A job that waits is cancelled at once. One that runs is `cancelling` until its worker stops, usually within two seconds. It may be called again.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<Page<JobView>>, ProblemHttpResult>> ListAsync(
        HttpContext http, JobHandler handler, string? state, string? kind, string? next, CancellationToken cancellationToken)
    {
        var (page, problem) = await handler.ListAsync(http.Caller(), state, kind, next, cancellationToken);
        return page is null ? problem!.ToProblem(http) : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<JobView>, ProblemHttpResult>> GetAsync(
        HttpContext http, JobHandler handler, Guid id, CancellationToken cancellationToken) =>
        await handler.GetAsync(http.Caller(), id, cancellationToken) is { } job
            ? TypedResults.Ok(job)
            : JobHandler.NotFound(id).ToProblem(http);

    private static async Task<Results<Ok<JobView>, ProblemHttpResult>> CancelAsync(
        HttpContext http, JobHandler handler, Guid id, CancellationToken cancellationToken)
    {
        var (job, problem) = await handler.CancelAsync(http.Caller(), id, cancellationToken);
        return job is null ? problem!.ToProblem(http) : TypedResults.Ok(job);
    }
}
