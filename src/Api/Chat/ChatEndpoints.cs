using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Chat;

public static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder endpoints)
    {
        var chat = endpoints.MapGroup("/api").WithTags("Chat").RequireScope(AccessScope.Chat);
        MapPost(chat, "/chat/messages", "sendMessage", null, "The toggle decides which engine answers.");
        MapPost(chat, "/v1/chat/messages", "sendMessageToV1", EngineName.V1, "The legacy assistant answers.");
        MapPost(chat, "/v2/chat/messages", "sendMessageToV2", EngineName.V2, "The flow engine answers.");
        chat.MapHistory();
    }

    private static void MapPost(RouteGroupBuilder chat, string path, string name, EngineName? engine, string summary) =>
        chat.MapPost(path, (
                    HttpContext http, Caller caller, ChatHandler handler, Body<ChatMessageBody> body,
                    [FromHeader(Name = IncomingTurnReader.IdempotencyHeader)] string? idempotencyKey, bool? trace) =>
                handler.PostAsync(http, caller, body, idempotencyKey, trace == true, engine))
            .WithName(name)
            .WithSummary($"Sends one message. {summary}")
            .WithDescription("With `Accept: text/event-stream` the answer comes as events. `Idempotency-Key` makes sending again safe.")
            .Problems(404, 409, 429);
}
