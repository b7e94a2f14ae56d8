using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Problems;

/// <summary>A refusal, as a value: what is wrong, where, and how to mend it.</summary>
/// <param name="Code">Stable, snake_case; the last part of the problem's <c>type</c>.</param>
/// <param name="Detail">For the caller; never internals.</param>
public sealed record ApiProblem(int Status, string Code, string Title, string Detail, IReadOnlyList<FieldError>? Errors = null)
{
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Further members of the problem's JSON.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = new Dictionary<string, object?>();

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

    public IResult ToResult() => new Result(this);

    private sealed class Result(ApiProblem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (problem.RetryAfter is { } wait)
            {
                httpContext.Response.Headers.RetryAfter =
                    ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return TypedResults.Problem(problem.ToDetails()).ExecuteAsync(httpContext);
        }
    }
}

/// <param name="Pointer">JSON pointer into the body, or the name of a header or query parameter.</param>
public sealed record FieldError(string Pointer, string Code, string Detail);
