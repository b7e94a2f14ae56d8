using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Problems;

/// <summary>Refusals as results of typed endpoints.</summary>
internal static class TypedProblems
{
    /// <param name="http">Gets the headers.</param>
    public static ProblemHttpResult ToProblem(this ApiProblem problem, HttpContext http)
    {
        if (problem.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return TypedResults.Problem(problem.ToDetails());
    }
}
