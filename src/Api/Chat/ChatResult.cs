using System.Reflection;
using FlowEngine.Api.Http;
using FlowEngine.Chat.Replies;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowEngine.Api.Chat;

/// <summary>A reply, as it was stored, or one that was written as events already.</summary>
public sealed class ChatResult : IResult, IEndpointMetadataProvider
{
    public const string Replayed = "Idempotent-Replayed";

    private readonly string? _reply;
    private readonly bool _isReplayed;

    public ChatResult(string reply, bool isReplayed) => (_reply, _isReplayed) = (reply, isReplayed);

    private ChatResult()
    {
    }

    public static ChatResult Streamed { get; } = new();

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ChatReply), ["application/json"]));
        builder.Metadata.Add(new AnswerHeader(Replayed, StatusCodes.Status200OK, "`true` where the answer was stored before, under the same `Idempotency-Key`."));
        builder.Metadata.Add(ChatEvents.Metadata);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (_reply is null)
        {
            return Task.CompletedTask;
        }

        if (_isReplayed)
        {
            httpContext.Response.Headers[Replayed] = "true";
        }

        return TypedResults.Text(_reply, "application/json; charset=utf-8").ExecuteAsync(httpContext);
    }
}
