using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Jobs;

public static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder endpoints)
    {
        var jobs = endpoints.MapGroup(JobAddress.Jobs).WithTags("Jobs").RequireScope(AccessScope.Design);
        jobs.MapGet("", ListAsync)
            .WithName("listJobs")
            .WithSummary("The tenant's jobs, newest first, without their results.")
            .WithDescription("A caller sees the jobs that its scope could have started. Finished jobs are kept for 30 days, unless the service is set otherwise.");
        jobs.MapGet("/{id:guid}", GetAsync)
            .WithName("getJob")
            .WithSummary("One job: how far it is, and its result or error.")
            .WithDescription("Poll it once a second, or watch the topic `jobs` of `/api/events`.");
        jobs.MapDelete("/{id:guid}", CancelAsync)
            .WithName("cancelJob")
            .WithSummary("Cancels a job that waits or runs.")
            .WithDescription("A job that waits is cancelled at once. One that runs is `cancelling` until its worker stops, usually within two seconds. It may be called again.")
            .Problems(409);
    }

    private static async Task<Results<Ok<Page<JobView>>, ApiProblem>> ListAsync(
        Caller caller, JobHandler handler, string? state, string? kind, string? next, CancellationToken cancellationToken)
    {
        var (page, problem) = await handler.ListAsync(caller, state, kind, next, cancellationToken);
        return page is null ? problem! : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<JobView>, ApiProblem>> GetAsync(
        Caller caller, JobHandler handler, Guid id, CancellationToken cancellationToken) =>
        await handler.GetAsync(caller, id, cancellationToken) is { } job
            ? TypedResults.Ok(job)
            : JobHandler.NotFound(id);

    private static async Task<Results<Ok<JobView>, ApiProblem>> CancelAsync(
        Caller caller, JobHandler handler, Guid id, CancellationToken cancellationToken)
    {
        var (job, problem) = await handler.CancelAsync(caller, id, cancellationToken);
        return job is null ? problem! : TypedResults.Ok(job);
    }
}
