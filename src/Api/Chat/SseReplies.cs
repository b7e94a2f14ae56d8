using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;

namespace FlowEngine.Api.Chat;

/// <summary>
/// Turns as server-sent events: provisional text while the engine runs, the truth after the commit, and always <c>done</c> or <c>error</c> at
/// the end. What is refused before the engine runs is a problem, not a stream.
/// </summary>
public sealed class SseReplies(IDatabaseFaults database, TimeProvider time, ILogger<SseReplies> logger)
{
    /// <returns>Why there is no reply; null where one was written.</returns>
    internal async Task<ApiProblem?> RunAsync(
        IncomingTurn incoming, TurnPipeline pipeline, TurnWatch watch, bool withTrace, HttpContext http, Caller caller)
    {
        var cancelled = http.RequestAborted;
        await using var reply = new SseReply(http, caller, watch, time);
        try
        {
            var end = await pipeline.RunAsync(incoming, reply, watch, cancelled);
            if (reply.Stream is { } stream)
            {
                await FinishAsync(stream, end, withTrace, cancelled);
                return null;
            }

            if (end is TurnEnd.Repeated repeated)
            {
                await RepeatAsync(repeated.ReplyJson, http);
                return null;
            }

            return ApiProblem.From(((TurnEnd.Refused)end).Refusal);
        }
        catch (OperationCanceledException) when (reply.Stream is not null && cancelled.IsCancellationRequested)
        {
        }
        catch (Exception fault) when (reply.Stream is not null && fault is not OutOfMemoryException)
        {
            await DiscardAsync(reply.Stream, _ => true, cancelled);
            await ErrorAsync(reply.Stream, FaultHandler.Of(fault, database, logger), cancelled);
        }

        return null;
    }

    /// <summary>A reply that was stored before, sent again.</summary>
    private static async Task RepeatAsync(string replyJson, HttpContext http)
    {
        http.Response.Headers[ChatResult.Replayed] = "true";
        var reply = JsonSerializer.Deserialize(replyJson, ReplyJson.Context.ChatReply)!;
        using var stream = new SseReplyStream(http.Response, reply.TurnId);
        await stream.BeginAsync(http.RequestAborted);
        await MessagesAsync(stream, reply, http.RequestAborted);
        await stream.WriteAsync(ChatEvents.Done, replyJson, http.RequestAborted);
    }

    private static async Task FinishAsync(SseReplyStream stream, TurnEnd end, bool withTrace, CancellationToken cancellationToken)
    {
        if (end is not TurnEnd.Answered answered)
        {
            await DiscardAsync(stream, _ => true, cancellationToken);
            await ErrorAsync(stream, ApiProblem.From(((TurnEnd.Refused)end).Refusal), cancellationToken);
            return;
        }

        var reply = answered.Reply;
        await DiscardAsync(stream, id => reply.Messages.All(message => message.Id != id), cancellationToken);
        await MessagesAsync(stream, reply, cancellationToken);
        await stream.WriteAsync(
            ChatEvents.Done,
            withTrace
                ? JsonSerializer.Serialize(reply with { Trace = ReplyBuilder.Trace(answered.Outcome) }, ReplyJson.Context.ChatReply)
                : answered.ReplyJson,
            cancellationToken);
    }

    private static async Task MessagesAsync(SseReplyStream stream, ChatReply reply, CancellationToken cancellationToken)
    {
        foreach (var message in reply.Messages)
        {
            await stream.SendAsync(ChatEvents.Message, message, ReplyJson.Context.ReplyMessage, cancellationToken);
        }
    }

    private static async Task DiscardAsync(SseReplyStream stream, Func<string, bool> isVoid, CancellationToken cancellationToken)
    {
        foreach (var id in stream.Provisional.Where(isVoid).ToList())
        {
            await stream.DiscardAsync(id, cancellationToken);
        }
    }

    private static ValueTask ErrorAsync(SseReplyStream stream, ApiProblem problem, CancellationToken cancellationToken) =>
        stream.WriteAsync(ChatEvents.Error, JsonSerializer.Serialize(problem.ToDetails(), ProblemJson.Context.ProblemDetails), cancellationToken);
}
