using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Problems;

/// <summary>Refusals that have to do with HTTP alone, or that many endpoints give.</summary>
public static class ApiProblems
{
    public static ApiProblem InvalidRequest(IReadOnlyList<FieldError> errors) => ApiProblem.From(Refusal.Invalid(errors));

    public static ApiProblem NotJson(string detail) => new(
        StatusCodes.Status400BadRequest, "not_json", "The body is not JSON.", detail);

    public static ApiProblem TooLarge(int limit) => TooLarge($"At most {limit} bytes are taken.");

    public static ApiProblem TooLarge(string detail) => new(StatusCodes.Status413PayloadTooLarge, "too_large", "The body is too large.", detail);

    public static ApiProblem UnsupportedMediaType() => new(
        StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The body must be JSON.", "Send it with Content-Type: application/json.");

    public static ApiProblem SignIn(string detail) => new(
        StatusCodes.Status401Unauthorized, "unauthorized", "Authentication is required.", detail);

    public static ApiProblem Forbidden(string needed) => new(
        StatusCodes.Status403Forbidden, "forbidden", "The key may not do this.", $"It needs the scope '{needed}' or a higher one.");

    public static ApiProblem NotFound(string what) => ApiProblem.From(Refusal.NotFound(what));

    public static ApiProblem ConversationNotFound() => ApiProblem.From(TurnRefusals.ConversationNotFound());

    public static ApiProblem StorageUnavailable(string code) => new(
        StatusCodes.Status503ServiceUnavailable, code, "The database did not take the request.", "Nothing was stored. Send it again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static ApiProblem Internal() => new(
        StatusCodes.Status500InternalServerError, "internal_error", "Something went wrong here.", "It was logged. Send the request again; if it happens again, tell the operator.");
}
