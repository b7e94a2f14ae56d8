using System.Globalization;
using FlowEngine.Chat.Refusals;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Problems;

/// <summary>A refusal as HTTP tells it: problem details of RFC 9457. It is a result that endpoints return.</summary>
/// <param name="Code">Stable, snake_case; the last part of the problem's <c>type</c>.</param>
/// <param name="Detail">For the caller; never internals.</param>
public sealed record ApiProblem(int Status, string Code, string Title, string Detail, IReadOnlyList<FieldError>? Errors = null)
    : IResult, IStatusCodeHttpResult
{
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Further members of the problem's JSON.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = new Dictionary<string, object?>();

    int? IStatusCodeHttpResult.StatusCode => Status;

    public static ApiProblem From(Refusal refusal) => new(StatusOf(refusal.Kind), refusal.Code, refusal.Title, refusal.Detail, refusal.Errors)
    {
        RetryAfter = refusal.RetryAfter,
        Extensions = refusal.Members,
    };

    public ProblemDetails ToDetails()
    {
        var details = new ProblemDetails
        {
            Type = $"urn:flowengine:problem:{Code}",
            Title = Title,
            Status = Status,
            Detail = Detail,
        };
        details.Extensions["code"] = Code;
        if (Errors is { Count: > 0 })
        {
            details.Extensions["errors"] = Errors;
        }

        foreach (var (name, value) in Extensions)
        {
            details.Extensions[name] = value;
        }

        return details;
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RetryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return TypedResults.Problem(ToDetails()).ExecuteAsync(httpContext);
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Changed => StatusCodes.Status412PreconditionFailed,
        RefusalKind.LimitReached => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
