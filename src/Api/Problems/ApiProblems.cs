namespace FlowEngine.Api.Problems;

/// <summary>All refusals of the API, in one place.</summary>
public static class ApiProblems
{
    public static ApiProblem InvalidRequest(IReadOnlyList<FieldError> errors) => new(
        StatusCodes.Status422UnprocessableEntity, "invalid_request", "The request is not valid.", string.Join(" ", errors.Select(error => error.Detail)), errors);

    public static ApiProblem NotJson(string detail) => new(
        StatusCodes.Status400BadRequest, "not_json", "The body is not JSON.", detail);

    public static ApiProblem TooLarge(int limit) => new(
        StatusCodes.Status413PayloadTooLarge, "too_large", "The body is too large.", $"At most {limit} bytes are taken.");

    public static ApiProblem UnsupportedMediaType() => new(
        StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The body must be JSON.", "Send it with Content-Type: application/json.");

    public static ApiProblem SignIn(string detail) => new(
        StatusCodes.Status401Unauthorized, "unauthorized", "Who are you?", detail);

    public static ApiProblem Forbidden(string needed) => new(
        StatusCodes.Status403Forbidden, "forbidden", "The key may not do this.", $"It needs the scope '{needed}' or a higher one.");

    public static ApiProblem NotFound(string what) => new(
        StatusCodes.Status404NotFound, "not_found", "Not found.", what);

    public static ApiProblem ConversationNotFound() => new(
        StatusCodes.Status404NotFound, "conversation_not_found", "There is no such conversation.", "Leave conversationId out to begin a new one.");

    public static ApiProblem ConversationClosed() => new(
        StatusCodes.Status409Conflict, "conversation_closed", "The conversation is closed.", "Leave conversationId out to begin a new one.");

    public static ApiProblem ConversationBusy() => new(
        StatusCodes.Status409Conflict, "conversation_busy", "Another turn of this conversation was saved first.", "Nothing of this turn was stored: send it again.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    public static ApiProblem TurnInFlight(Guid turnId) => new(
        StatusCodes.Status409Conflict, "turn_in_flight", "The turn with this idempotency key is under way.", "Send the same request again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
        Extensions = new Dictionary<string, object?> { ["turnId"] = turnId },
    };

    public static ApiProblem KeyReused(Guid turnId) => new(
        StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", "The idempotency key was used with another body.", "Use a new key for a new message.")
    {
        Extensions = new Dictionary<string, object?> { ["turnId"] = turnId },
    };

    public static ApiProblem FlowUnknown(string flow) => new(
        StatusCodes.Status422UnprocessableEntity, "flow_unknown", "There is no such active flow.", $"The tenant has no active flow '{flow}'. Publish a version of it, or name another.");

    public static ApiProblem FlowAmbiguous(IEnumerable<string> flows) => new(
        StatusCodes.Status422UnprocessableEntity, "flow_ambiguous", "Which flow?", flows.Any()
            ? $"Name one of the active flows in 'flow', or set the default flow: {string.Join(", ", flows)}."
            : "The tenant has no active flow. Publish one.");

    public static ApiProblem FlowWaiting(string waiting) => new(
        StatusCodes.Status409Conflict, "flow_waiting", "Another flow waits for an answer.", $"The conversation waits in the flow '{waiting}'. Leave 'flow' out, or begin a new conversation.");

    public static ApiProblem ChatDisabled() => new(
        StatusCodes.Status503ServiceUnavailable, "chat_disabled", "The chat is switched off.", "Try again later.")
    {
        RetryAfter = TimeSpan.FromSeconds(60),
    };

    public static ApiProblem StorageUnavailable(string code) => new(
        StatusCodes.Status503ServiceUnavailable, code, "The database did not take the request.", "Nothing was stored. Send it again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static ApiProblem Internal() => new(
        StatusCodes.Status500InternalServerError, "internal_error", "Something went wrong here.", "It was logged. Send the request again; if it happens again, tell the operator.");
}
