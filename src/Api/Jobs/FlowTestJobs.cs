using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;
using FlowEngine.Hosting.Jobs;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Jobs;

/// <summary>Starts jobs over a flow's tests.</summary>
public sealed class FlowTestJobs(JobStarter starter, FlowVersionStore versions, FlowTestStore tests)
{
    /// <param name="names">Only these; empty: all.</param>
    internal async Task<(JobView? Job, ApiProblem? Problem)> RunAsync(
        Caller caller, string flow, int version, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var known = names.Count == 0
            ? []
            : (await tests.ListAsync(caller.Tenant.Profile.Key, flow, cancellationToken)).Select(test => test.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = names.Where(name => !known.Contains(name)).ToList();
        return unknown.Count > 0
            ? (null, ApiProblems.InvalidRequest([.. unknown.Select(name => new FieldError("test", "unknown", $"The flow '{flow}' has no test '{name}'."))]))
            : await StartAsync(caller, FlowTestRunJob.KindName, new(flow, version, [.. names.Distinct(StringComparer.Ordinal)]), cancellationToken);
    }

    internal Task<(JobView? Job, ApiProblem? Problem)> GenerateAsync(Caller caller, string flow, int version, CancellationToken cancellationToken) =>
        StartAsync(caller, FlowTestGenerationJob.KindName, new(flow, version, []), cancellationToken);

    private async Task<(JobView? Job, ApiProblem? Problem)> StartAsync(
        Caller caller, string kind, FlowTestJobInput input, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant.Profile.Key;
        if (await versions.GetAsync(tenant, input.Flow, input.Version, cancellationToken) is null)
        {
            return (null, FlowProblems.VersionNotFound(input.Flow, input.Version));
        }

        var (job, refusal) = await starter.StartAsync(
            tenant,
            new(
                kind, EnumNames.For(AccessScope.Design), $"{input.Flow} v{input.Version}",
                JsonSerializer.Serialize(input, JobJson.Context.FlowTestJobInput), caller.Name),
            cancellationToken);
        return job is null ? (null, ApiProblem.From(refusal!)) : (JobHandler.View(job), null);
    }
}
