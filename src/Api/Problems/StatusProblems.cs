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

        var own = Of(problem.Status ?? context.HttpContext.Response.StatusCode).ToDetails();
        (problem.Type, problem.Title, problem.Detail) = (own.Type, own.Title, own.Detail);
        problem.Extensions["code"] = own.Extensions["code"];
    }

    private static ApiProblem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => ApiProblems.NotFound("There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new(
            status, "method_not_allowed", "The address does not take this method.", "The header 'Allow' names those that it takes."),
        StatusCodes.Status415UnsupportedMediaType => ApiProblems.UnsupportedMediaType(),
        >= StatusCodes.Status500InternalServerError => ApiProblems.Internal(),
        _ => new(status, "bad_request", "The request cannot be read.", "Check the method, the headers and the body."),
    };
}
