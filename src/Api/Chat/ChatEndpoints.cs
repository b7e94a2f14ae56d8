using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Chat;

public static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder endpoints)
    {
        var chat = endpoints.MapGroup("/api").WithTags("Chat").RequireScope(AccessScope.Chat);
        MapPost(chat, "/chat/messages", null, "The toggle decides which engine answers.");
        MapPost(chat, "/v1/chat/messages", EngineName.V1, "The legacy assistant answers.");
        MapPost(chat, "/v2/chat/messages", EngineName.V2, "The flow engine answers.");
        chat.MapHistory();
    }

    private static void MapPost(RouteGroupBuilder chat, string path, EngineName? engine, string summary) =>
        chat.MapPost(path, (HttpContext http, ChatHandler handler) => handler.PostAsync(http, engine))
            .WithSummary($"Sends one message. {summary}")
            .WithDescription("With `Accept: text/event-stream` the answer comes as events. `Idempotency-Key` makes sending again safe.")
            .Accepts<ChatRequest>("application/json")
            .Produces<ChatReply>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}

/// <summary>One chat request, from its headers to its reply.</summary>
public sealed class ChatHandler(TurnPipeline pipeline, TurnWatches watches, SseReplies replies)
{
    public async Task<IResult> PostAsync(HttpContext http, EngineName? engine)
    {
        var caller = http.Caller();
        var (incoming, problem) = await IncomingTurnReader.ReadAsync(http, caller, engine, http.RequestAborted);
        if (incoming is null)
        {
            return problem!.ToResult();
        }

        var withTrace = http.Request.Query["trace"] == "true";
        if (withTrace && caller.Scope < AccessScope.Design)
        {
            return ApiProblems.Forbidden("design").ToResult();
        }

        using var watch = watches.Begin(caller.Tenant.Profile, http.RequestAborted);
        return AcceptedMedia.IsEventStream(http.Request)
            ? await replies.RunAsync(incoming, pipeline, watch, withTrace, http, caller)
            : Result(await pipeline.RunAsync(incoming, new JsonReply(http, caller), watch, http.RequestAborted), withTrace, http);
    }

    private static IResult Result(TurnEnd end, bool withTrace, HttpContext http)
    {
        switch (end)
        {
            case TurnEnd.Answered answered when withTrace:
                return Results.Json(answered.Reply with { Trace = ReplyBuilder.Trace(answered.Outcome) }, ReplyJson.Context.ChatReply);
            case TurnEnd.Answered answered:
                return Json(answered.ReplyJson);
            case TurnEnd.Repeated repeated:
                http.Response.Headers["Idempotent-Replayed"] = "true";
                return Json(repeated.ReplyJson);
            default:
                return ApiProblem.From(((TurnEnd.Refused)end).Refusal).ToResult();
        }
    }

    private static IResult Json(string reply) => Results.Content(reply, "application/json; charset=utf-8");
}
