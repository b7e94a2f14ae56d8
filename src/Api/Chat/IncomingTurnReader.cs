using System.Security.Cryptography;
using System.Text;
using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Chat;

/// <summary>Makes a turn of a chat request.</summary>
internal static class IncomingTurnReader
{
    public const string IdempotencyHeader = "Idempotency-Key";
    private const int MaxKey = 200;

    public static (IncomingTurn? Turn, ApiProblem? Problem) Read(
        Caller caller, Body<ChatMessageBody> body, string? idempotencyKey, EngineName? asked, PathString path) =>
        idempotencyKey is not null && (idempotencyKey.Length is 0 or > MaxKey || idempotencyKey.Any(c => c is < '!' or > '~'))
            ? (null, ApiProblems.InvalidRequest(
                [new(IdempotencyHeader, "invalid", $"'{IdempotencyHeader}' must be 1 to {MaxKey} visible ASCII characters.")]))
            : (new IncomingTurn(
                new(caller.Tenant, caller.Name, caller.SessionId), body.Value.ToRequest(), asked, idempotencyKey, Hash(path, body.Bytes.Span)), null);

    private static string Hash(PathString path, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(path.Value ?? ""));
        hash.AppendData([0]);
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
