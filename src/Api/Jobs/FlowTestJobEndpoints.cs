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
            .Problems(429);
        flows.MapPost(Version + "/start", RunAsync)
            .WithName("startFlowTestRun")
            .WithSummary("Starts a job that runs the flow's stored tests against a version, a draft too.")
            .WithDescription("`?test=NAME`, as often as wanted, runs only these. The same as `POST .../tests/run`, for clients that do not want to wait for the answer.");
        flows.MapPost(Version + "/generate", GenerateAsync)
            .WithName("startFlowTestGeneration")
            .WithSummary("Starts a job that searches conversations for what the stored tests do not cover.")
            .WithDescription("Nothing is saved: the result has the scripts, and what no conversation was found for.");
    }

    private static async Task<Results<Accepted<JobView>, ApiProblem>> RunAsync(
        Caller caller, FlowTestJobs jobs, string name, int version, [FromQuery] string[]? test, CancellationToken cancellationToken)
    {
        var (job, problem) = await jobs.RunAsync(caller, name, version, test ?? [], cancellationToken);
        return job is null ? problem! : TypedResults.Accepted(JobAddress.Of(job.Id), job);
    }

    private static async Task<Results<Accepted<JobView>, ApiProblem>> GenerateAsync(
        Caller caller, FlowTestJobs jobs, string name, int version, CancellationToken cancellationToken)
    {
        var (job, problem) = await jobs.GenerateAsync(caller, name, version, cancellationToken);
        return job is null ? problem! : TypedResults.Accepted(JobAddress.Of(job.Id), job);
    }
}
