using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Jobs;

public static class FlowTestJobEndpoints
{
    private const string Version = "/{name}/versions/{version:int}/tests";

    public static void MapFlowTestJobs(this IEndpointRouteBuilder endpoints)
    {
        var flows = endpoints.MapGroup("/api/flows").WithTags("Flow tests").RequireScope(AccessScope.Design)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        flows.MapPost(Version + "/run", RunAsync)
            .WithName("startFlowTestRun")
            .WithSummary("Starts a job that runs the flow's stored tests against a version, a draft too.")
            .WithDescription("`?test=NAME`, as often as wanted, runs only these. The same as `POST .../test`, for clients that do not want to wait for the answer.");
        flows.MapPost(Version + "/generate", GenerateAsync)
            .WithName("startFlowTestGeneration")
            .WithSummary("Starts a job that searches conversations for what the stored tests do not cover.")
            .WithDescription("Nothing is saved: the result has the scripts, and what no conversation was found for.");
    }

    private static async Task<Results<Accepted<JobView>, ProblemHttpResult>> RunAsync(
        HttpContext http, FlowTestJobs jobs, string name, int version, [FromQuery] string[]? test, CancellationToken cancellationToken)
    {
        var (job, problem) = await jobs.RunAsync(http.Caller(), name, version, test ?? [], cancellationToken);
        return job is null ? problem!.ToProblem(http) : TypedResults.Accepted(JobAddress.Of(job.Id), job);
    }

    private static async Task<Results<Accepted<JobView>, ProblemHttpResult>> GenerateAsync(
        HttpContext http, FlowTestJobs jobs, string name, int version, CancellationToken cancellationToken)
    {
        var (job, problem) = await jobs.GenerateAsync(http.Caller(), name, version, cancellationToken);
        return job is null ? problem!.ToProblem(http) : TypedResults.Accepted(JobAddress.Of(job.Id), job);
    }
}
