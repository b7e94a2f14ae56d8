using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Turns;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Chat;

/// <summary>One chat request, to its reply. A reply may be written while the turn still runs, so it takes the whole request.</summary>
public sealed class ChatHandler(TurnPipeline pipeline, TurnWatches watches, SseReplies replies)
{
    public async Task<Results<ChatResult, ApiProblem>> PostAsync(
        HttpContext http, Caller caller, Body<ChatMessageBody> body, string? idempotencyKey, bool withTrace, EngineName? engine)
    {
        var (incoming, problem) = IncomingTurnReader.Read(caller, body, idempotencyKey, engine, http.Request.Path);
        if (incoming is null)
        {
            return problem!;
        }

        if (withTrace && caller.Scope < AccessScope.Design)
        {
            return ApiProblems.Forbidden("design");
        }

        using var watch = watches.Begin(caller.Tenant.Profile, http.RequestAborted);
        if (AcceptedMedia.IsEventStream(http.Request))
        {
            return await replies.RunAsync(incoming, pipeline, watch, withTrace, http, caller) is { } refused ? refused : ChatResult.Streamed;
        }

        return await pipeline.RunAsync(incoming, new JsonReply(http, caller), watch, http.RequestAborted) switch
        {
            TurnEnd.Answered answered when withTrace => new ChatResult(
                ReplyJson.Write(answered.Reply with { Trace = ReplyBuilder.Trace(answered.Outcome) }), isReplayed: false),
            TurnEnd.Answered answered => new ChatResult(answered.ReplyJson, isReplayed: false),
            TurnEnd.Repeated repeated => new ChatResult(repeated.ReplyJson, isReplayed: true),
            var end => ApiProblem.From(((TurnEnd.Refused)end).Refusal),
        };
    }
}
