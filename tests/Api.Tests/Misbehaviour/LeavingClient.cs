using System.Net.Http.Headers;
using System.Text;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>A client that hangs up before its turn is answered.</summary>
internal static class LeavingClient
{
    /// <param name="left">Completes when it is time to go.</param>
    /// <returns>False where it was answered before it could.</returns>
    public static async Task<bool> SendAsync(FaultyService faulty, FaultCase test, Task left, string? idempotencyKey = null)
    {
        using var http = new HttpClient { BaseAddress = faulty.Service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, test.Flow is null ? ChatApi.V1 : ChatApi.V2)
        {
            Content = new StringContent(ChatApi.Body(FaultTurn.Content(test), More(test)), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{FaultyService.TenantOf(test.Wire)}-chat");
        if (test.Streamed)
        {
            request.Headers.Accept.ParseAdd("text/event-stream");
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var leaves = new CancellationTokenSource();
        var answer = ReadAsync(http, request, leaves.Token);
        await Task.WhenAny(left, answer);
        await leaves.CancelAsync();
        try
        {
            await answer;
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>The body's members beside the content.</summary>
    public static object More(FaultCase test) => test.Flow is { } flow
        ? new { sessionId = test.Id, language = "en", flow }
        : new { sessionId = test.Id, language = "en" };

    private static async Task ReadAsync(HttpClient http, HttpRequestMessage request, CancellationToken leaves)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaves);
        await response.Content.ReadAsStringAsync(leaves);
    }
}
