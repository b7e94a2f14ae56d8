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
public sealed class ChatHandler(TurnPreparer preparer, TurnRunner runner, DueTimeouts timeouts, SseTurn sse, TurnWatches watches)
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

        var streamed = AcceptedMedia.IsEventStream(http.Request);
        using var watch = watches.Begin(caller.Tenant.Profile, http.RequestAborted);
        var preparation = await preparer.PrepareAsync(
            incoming, (tenant, before) => timeouts.RunAsync(tenant, before, CancellationToken.None), http.RequestAborted);
        switch (preparation)
        {
            case Preparation.Refused refused:
                watch.Refused(refused.Refusal.Code);
                return ApiProblem.From(refused.Refusal).ToResult();
            case Preparation.Answered answered:
                watch.Repeated();
                http.Response.Headers["Idempotent-Replayed"] = "true";
                if (!streamed)
                {
                    return Results.Content(answered.ReplyJson, "application/json; charset=utf-8");
                }

                await SseTurn.RepeatAsync(answered.ReplyJson, http);
                return Results.Empty;
        }

        using var turn = ((Preparation.Ready)preparation).Turn;
        SessionCookie.Set(http, caller, turn.Input.SessionId);
        if (streamed)
        {
            await sse.RunAsync(turn, watch, withTrace, http);
            return Results.Empty;
        }

        var answer = await runner.RunAsync(turn, watch, NoReplyStream.Instance, turn.CancelledBy(http.RequestAborted));
        if (answer.Reply is not { } reply)
        {
            return ApiProblem.From(answer.Refusal!).ToResult();
        }

        return Results.Json(withTrace ? reply with { Trace = ReplyBuilder.Trace(answer.Outcome!) } : reply, ReplyJson.Context.ChatReply);
    }
}
