using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;
using Npgsql;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>PostgreSQL is restarted while people talk and change settings.</summary>
public sealed class DatabaseRestartTests : IDisposable
{
    private static readonly HttpStatusCode[] s_allowed = [HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.ServiceUnavailable];

    private readonly TemporaryDatabase _unused = new();
    private readonly ConcurrentBag<(string What, HttpStatusCode Status, bool HasRetryAfter, string Body)> _answers = [];
    private readonly ConcurrentBag<Guid> _stored = [];

    [PostgreSqlFact]
    public async Task Requests_ServerRestartedUnderLoad_AreAnsweredOr503()
    {
        await using var cluster = await PostgreSqlCluster.StartOwnAsync();
        var connection = cluster.ConnectionString("restarted");
        await using var service = await LocalService.StartAsync(
            _unused, settings: ["--FlowEngine:Database:Provider=postgresql", $"--FlowEngine:Database:ConnectionString={connection}"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
        var talks = Enumerable.Range(0, 12).Select(i => Task.Run(() => TalkAsync(service, i, ended.Token)))
            .Append(Task.Run(() => AdministerAsync(service, ended.Token))).ToList();
        foreach (var isCrash in new[] { false, true, false, true })
        {
            var before = _stored.Count;
            while (_stored.Count < before + 40)
            {
                await Task.Delay(20, patience.Token);
            }

            await cluster.RestartAsync(isCrash);
        }

        var last = _stored.Count;
        while (_stored.Count < last + 40)
        {
            await Task.Delay(20, patience.Token);
        }

        await ended.CancelAsync();
        await Task.WhenAll(talks);

        Assert.All(_answers, answer => Assert.True(s_allowed.Contains(answer.Status), $"{answer.What}: {(int)answer.Status} {answer.Body}"));
        Assert.All(_answers, answer => Assert.True(
            answer.Status != HttpStatusCode.ServiceUnavailable || answer.HasRetryAfter, $"no Retry-After: {answer.What} {answer.Body}"));
        Assert.Empty(_stored.Except(await StoredAsync(connection)));
        Assert.Equal(_stored.Count, _stored.Distinct().Count());
    }

    public void Dispose() => _unused.Dispose();

    private static async Task<List<Guid>> StoredAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT id FROM conversation_turns WHERE tenant_id > 0 AND status = 'done'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    /// <summary>Every second one with idempotency keys, every third one streamed.</summary>
    private async Task TalkAsync(LocalService service, int person, CancellationToken ended)
    {
        for (var turn = 0; !ended.IsCancellationRequested; turn++)
        {
            var request = new ChatRequest { Content = "which pallet trucks are there?", SessionId = $"p{person}", Flow = "shop-assistant" };
            using var message = ChatCalls.Message(request, person % 2 == 0 ? $"k{person}-{turn}" : null, streamed: person % 3 == 0);
            var body = await SendAsync(service.Client, message, "turn");
            if (body is not null && person % 3 != 0)
            {
                _stored.Add(JsonElement.Parse(body).GetProperty("turnId").GetGuid());
            }
        }
    }

    private async Task AdministerAsync(LocalService service, CancellationToken ended)
    {
        using var client = new HttpClient { BaseAddress = service.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-admin");
        for (var turn = 0; !ended.IsCancellationRequested; turn++)
        {
            using var put = new HttpRequestMessage(HttpMethod.Put, "/api/admin/settings")
            {
                Content = JsonContent.Create(new { fallbackText = new { en = $"Sorry {turn}." } }),
            };
            await SendAsync(client, put, "settings");
            using var list = new HttpRequestMessage(HttpMethod.Get, "/api/flows");
            await SendAsync(client, list, "flows");
            using var nodes = new HttpRequestMessage(HttpMethod.Get, "/api/flows/shop-assistant/versions");
            await SendAsync(client, nodes, "versions");
        }
    }

    /// <returns>The body of an answer; null where it is refused.</returns>
    private async Task<string?> SendAsync(HttpClient client, HttpRequestMessage message, string what)
    {
        using var response = await client.SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        var isInternal = body.Contains("event: error", StringComparison.Ordinal) && body.Contains("internal_error", StringComparison.Ordinal);
        _answers.Add((what, isInternal ? HttpStatusCode.InternalServerError : response.StatusCode, response.Headers.RetryAfter is not null, body));
        return response.StatusCode == HttpStatusCode.OK ? body : null;
    }
}
