namespace FlowEngine.Chat.Jobs;

/// <summary>What a job came to: a result, or why there is none.</summary>
public sealed record JobOutcome
{
    private JobOutcome()
    {
    }

    /// <summary>JSON; null where the job failed.</summary>
    public string? Result { get; private init; }

    /// <summary>Stable, snake_case; null where there is a result.</summary>
    public string? ErrorCode { get; private init; }

    /// <summary>For whoever started the job; never internals.</summary>
    public string? ErrorDetail { get; private init; }

    /// <param name="result">JSON.</param>
    public static JobOutcome Done(string result) => new() { Result = result };

    public static JobOutcome Failed(string code, string detail) => new() { ErrorCode = code, ErrorDetail = detail };
}
