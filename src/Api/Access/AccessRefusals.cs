using FlowEngine.Api.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace FlowEngine.Api.Access;

/// <summary>Tells who is not let in why, as a problem.</summary>
internal sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        var refusal = authorizeResult.AuthorizationFailure?.FailureReasons.OfType<AccessRefusal>().FirstOrDefault();
        if (refusal is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        await (refusal?.Problem ?? await SignInAsync(context)).ExecuteAsync(context);
    }

    /// <summary>A scheme looks at a request once: this gives what it found.</summary>
    private static async Task<ApiProblem> SignInAsync(HttpContext http) => ApiProblems.SignIn(
        (await http.AuthenticateAsync(SchemeNames.Any)).Failure?.Message ?? "Send 'Authorization: Bearer KEY'.");
}
