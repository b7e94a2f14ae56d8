using System.Security.Cryptography;
using System.Text;
using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Chat;

/// <summary>Reads headers and body of a chat request.</summary>
internal static class IncomingTurnReader
{
    public const string IdempotencyHeader = "Idempotency-Key";
    private const int MaxKey = 200;

    public static async Task<(IncomingTurn? Turn, ApiProblem? Problem)> ReadAsync(
        HttpContext http, Caller caller, EngineName? asked, CancellationToken cancellationToken)
    {
        if (!http.Request.HasJsonContentType())
        {
            return (null, ApiProblems.UnsupportedMediaType());
        }

        var body = await BoundedBody.ReadAsync(http.Request, ChatRequestReader.MaxBytes, cancellationToken);
        if (body is null)
        {
            return (null, ApiProblems.TooLarge(ChatRequestReader.MaxBytes));
        }

        var (request, problem) = ChatRequestReader.Read(body.Value);
        if (request is null)
        {
            return (null, problem);
        }

        string? key = null;
        if (http.Request.Headers.TryGetValue(IdempotencyHeader, out var values))
        {
            key = values.ToString();
            if (key.Length is 0 or > MaxKey || key.Any(c => c is < '!' or > '~'))
            {
                return (null, ApiProblems.InvalidRequest(
                    [new(IdempotencyHeader, "invalid", $"'{IdempotencyHeader}' must be 1 to {MaxKey} visible ASCII characters.")]));
            }
        }

        return (new IncomingTurn(new(caller.Tenant, caller.Name, caller.SessionId), request, asked, key, Hash(http.Request.Path, body.Value.Span)), null);
    }

    private static string Hash(PathString path, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(path.Value ?? ""));
        hash.AppendData([0]);
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
