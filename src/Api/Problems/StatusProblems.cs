namespace FlowEngine.Api.Problems;

/// <summary>Gives a refusal that routing made (no such address, method or content type) the shape of our own.</summary>
internal static class StatusProblems
{
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code"))
        {
            return;
        }

        var own = Of(problem.Status ?? context.HttpContext.Response.StatusCode, context.HttpContext).ToDetails();
        (problem.Type, problem.Title, problem.Detail) = (own.Type, own.Title, own.Detail);
        problem.Extensions["code"] = own.Extensions["code"];
    }

    private static ApiProblem Of(int status, HttpContext http) => status switch
    {
        StatusCodes.Status404NotFound => ApiProblems.NotFound(Lead(http)),
        StatusCodes.Status405MethodNotAllowed => new(
            status, "method_not_allowed", "The address does not take this method.", $"{http.Request.Path} takes {http.Response.Headers.Allow}."),
        StatusCodes.Status415UnsupportedMediaType => ApiProblems.UnsupportedMediaType(),
        >= StatusCodes.Status500InternalServerError => ApiProblems.Internal(),
        _ => new(status, "bad_request", "The request cannot be read.", "Check the method, the headers and the body."),
    };

    private static string Lead(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var near = http.RequestServices.GetRequiredService<NearestRoute>().Find(path);
        return near is null
            ? $"There is nothing at {path}. /docs lists the addresses of the API."
            : $"There is nothing at {path}. Did you mean {near}? /docs lists the addresses of the API.";
    }
}
