namespace FlowEngine.Storage.Jobs;

/// <summary>A job to be.</summary>
/// <param name="Scope">The scope that a caller needs to see it.</param>
/// <param name="Subject">What it is about, such as a flow's name.</param>
/// <param name="Input">JSON.</param>
public sealed record NewJob(string Kind, string Scope, string Subject, string Input, string CreatedBy);

/// <summary>A job as it is stored.</summary>
/// <param name="RowId">For paging.</param>
/// <param name="State">One of <see cref="JobStates"/>.</param>
/// <param name="Result">JSON; null unless it is done, and in lists.</param>
/// <param name="IsCancelling">Somebody cancelled it, and its worker has not stopped yet.</param>
public sealed record JobEntry(
    long RowId,
    Guid Id,
    string Kind,
    string Subject,
    string State,
    int Done,
    int? Total,
    string? Result,
    string? ErrorCode,
    string? ErrorDetail,
    bool IsCancelling,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt);

/// <summary>Which jobs are asked for.</summary>
/// <param name="Scopes">Those that the caller has.</param>
/// <param name="State">Null: any.</param>
/// <param name="Kind">Null: any.</param>
public sealed record JobFilter(IReadOnlyList<string> Scopes, string? State = null, string? Kind = null);
