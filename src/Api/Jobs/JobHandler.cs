using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;
using FlowEngine.Storage.Jobs;

namespace FlowEngine.Api.Jobs;

/// <summary>The jobs of the caller's tenant that the caller may see.</summary>
public sealed class JobHandler(JobStore jobs)
{
    private const int PageSize = 50;

    internal async Task<(Page<JobView>? Page, ApiProblem? Problem)> ListAsync(
        Caller caller, string? state, string? kind, string? next, CancellationToken cancellationToken)
    {
        List<FieldError> faults = [];
        if (state is not null && !JobStates.All.Contains(state, StringComparer.Ordinal))
        {
            faults.Add(new("state", "unknown", $"'state' is one of {string.Join(", ", JobStates.All)}."));
        }

        var before = 0L;
        if (next is not null && !long.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            faults.Add(new("next", "invalid_cursor", "'next' is not a cursor of this list. Use the value of 'next' from the page before."));
        }

        if (faults.Count > 0)
        {
            return (null, ApiProblems.InvalidRequest(faults));
        }

        var rows = await jobs.ListAsync(
            caller.Tenant.Profile.Key, new(ScopesOf(caller), state, kind), next is null ? null : before, PageSize + 1, cancellationToken);
        return (new(
            [.. rows.Take(PageSize).Select(View)],
            rows.Count > PageSize ? rows[PageSize - 1].RowId.ToString(CultureInfo.InvariantCulture) : null), null);
    }

    internal async Task<JobView?> GetAsync(Caller caller, Guid id, CancellationToken cancellationToken) =>
        await jobs.FindAsync(caller.Tenant.Profile.Key, ScopesOf(caller), id, cancellationToken) is { } job ? View(job) : null;

    /// <returns>The job, cancelled or about to be; or why it cannot be.</returns>
    internal async Task<(JobView? Job, ApiProblem? Problem)> CancelAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var job = await jobs.CancelAsync(caller.Tenant.Profile.Key, ScopesOf(caller), id, caller.Name, cancellationToken);
        return job switch
        {
            null => (null, NotFound(id)),
            { State: JobStates.Done or JobStates.Failed } => (null, new ApiProblem(
                StatusCodes.Status409Conflict, "job_finished", "The job is finished.", $"Job '{id}' is '{job.State}': there is nothing left to cancel.")),
            _ => (View(job), null),
        };
    }

    internal static ApiProblem NotFound(Guid id) => ApiProblems.NotFound($"There is no job '{id}'.");

    internal static JobView View(JobEntry job) => new(
        job.Id,
        job.Kind,
        job.Subject,
        Enum.Parse<JobState>(job.State, ignoreCase: true),
        job.Done,
        job.Total,
        job.IsCancelling,
        job.Result is { } result ? JsonSerializer.Deserialize(result, JobJson.Context.JobResultView) : null,
        job.ErrorCode is { } code ? new(code, job.ErrorDetail ?? "") : null,
        job.CreatedBy,
        job.CreatedAt,
        job.StartedAt,
        job.FinishedAt);

    private static IReadOnlyList<string> ScopesOf(Caller caller) =>
        [.. Enum.GetValues<AccessScope>().Where(scope => scope <= caller.Scope).Select(EnumNames.For)];
}
