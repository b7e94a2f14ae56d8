using System.Text.Json;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Chat;

/// <summary>
/// One turn as server-sent events: provisional text while the engine runs, the truth after the commit, and always <c>done</c> or
/// <c>error</c> at the end.
/// </summary>
public sealed class SseTurn(TurnRunner runner, IDatabaseFaults database, TimeProvider time, ILogger<SseTurn> logger)
{
    private static readonly TimeSpan s_pingEvery = TimeSpan.FromSeconds(15);

    public async Task RunAsync(PreparedTurn turn, TurnWatch watch, bool withTrace, HttpContext http)
    {
        var cancelled = http.RequestAborted;
        using var stream = new SseReplyStream(http.Response, turn.Input.TurnId);
        using var ended = new CancellationTokenSource();
        var pings = Task.CompletedTask;
        try
        {
            await stream.BeginAsync(cancelled);
            pings = PingAsync(stream, ended.Token);
            var answer = await runner.RunAsync(turn, watch, new WatchedReplyStream(stream, watch), turn.CancelledBy(cancelled));
            await FinishAsync(stream, answer, withTrace, cancelled);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await DiscardAsync(stream, _ => true, cancelled);
            await ErrorAsync(stream, FaultHandler.Of(fault, database, logger), cancelled);
        }
        finally
        {
            await ended.CancelAsync();
            await pings;
        }
    }

    /// <summary>A reply that was stored before, sent again.</summary>
    public static async Task RepeatAsync(string replyJson, HttpContext http)
    {
        var reply = JsonSerializer.Deserialize(replyJson, ReplyJson.Context.ChatReply)!;
        using var stream = new SseReplyStream(http.Response, reply.TurnId);
        await stream.BeginAsync(http.RequestAborted);
        await MessagesAsync(stream, reply, http.RequestAborted);
        await stream.WriteAsync("done", replyJson, http.RequestAborted);
    }

    private static async Task FinishAsync(SseReplyStream stream, TurnAnswer answer, bool withTrace, CancellationToken cancellationToken)
    {
        if (answer.Reply is not { } reply)
        {
            await DiscardAsync(stream, _ => true, cancellationToken);
            await ErrorAsync(stream, ApiProblem.From(answer.Refusal!), cancellationToken);
            return;
        }

        await DiscardAsync(stream, id => reply.Messages.All(message => message.Id != id), cancellationToken);
        await MessagesAsync(stream, reply, cancellationToken);
        var done = withTrace ? reply with { Trace = ReplyBuilder.Trace(answer.Outcome!) } : reply;
        await stream.SendAsync("done", done, ReplyJson.Context.ChatReply, cancellationToken);
    }

    private static async Task MessagesAsync(SseReplyStream stream, ChatReply reply, CancellationToken cancellationToken)
    {
        foreach (var message in reply.Messages)
        {
            await stream.SendAsync("message", message, ReplyJson.Context.ReplyMessage, cancellationToken);
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
        stream.WriteAsync("error", JsonSerializer.Serialize(problem.ToDetails(), ProblemJson.Context.ProblemDetails), cancellationToken);

    private async Task PingAsync(SseReplyStream stream, CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(s_pingEvery, time);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await stream.PingAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
