using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Stages;
using FlowEngine.Hosting.Access;
using FlowEngine.ParallelRuns.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>Reads read: no GET of the service changes a row, those of comparisons neither while turns' comparisons wait to be entered.</summary>
public sealed class ReadsWriteNothingTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task EveryGet_WritesNothing_AndShowsWhatIsNotEntered()
    {
        await using var shop = await ComparedShop.StartAsync(WithoutEntering);
        await shop.Shop.SetAsync("shadow");
        var reply = await shop.SayAsync("merhaba", "s");
        await shop.SayAsync("en ucuz forklift hangisi?", "s");
        Assert.Equal(2, await shop.Service.ScalarAsync<long>("SELECT COUNT(*) FROM conversation_turns WHERE comparisons IS NOT NULL"));
        await PutTestAsync(shop.Service);
        await EnterOneAsync(shop.Service);
        await AddJobAsync(shop.Service);
        await WatchAsync(shop.Service);

        // Whatever runs in the background has nothing to do.
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Empty(await WrittenAsync(shop.Service));
        var asked = await AskAllAsync(shop.Service, reply);

        Assert.True(asked >= 35, $"{asked} endpoints");
        Assert.Empty(await WrittenAsync(shop.Service));
        var summary = await JsonAsync(shop.Service, "/api/comparisons/summary");
        Assert.Equal((2, 1), (summary.GetProperty("notEntered").GetInt32(), summary.GetProperty("turns").GetInt32()));

        // The watch sees a write.
        await shop.SayAsync("teşekkürler", "s");
        Assert.Contains("conversation_turns", await WrittenAsync(shop.Service));
    }

    [Fact]
    public async Task PendingComparison_WhoseCandidateMayNotRun_IsSeenByReaders()
    {
        var faults = new FaultySql { Fails = "SET attempts = attempts + 1" };
        await using var shop = await ComparedShop.StartAsync(faults.Add, "FlowEngine:Comparisons:AgainstItself=0");
        await shop.Shop.SetAsync("shadow");
        await shop.SayAsync("merhaba", "s");

        var end = DateTime.UtcNow + s_patience;
        while ((await JsonAsync(shop.Service, "/api/comparisons?result=pending")).GetProperty("items").GetArrayLength() == 0)
        {
            Assert.True(DateTime.UtcNow < end, "the comparison is not seen");
            await Task.Delay(100);
        }

        var summary = await JsonAsync(shop.Service, "/api/comparisons/summary");
        Assert.Equal((1, 0), (summary.GetProperty("pending").GetInt32(), summary.GetProperty("notEntered").GetInt32()));
        Assert.Equal(1, (await JsonAsync(shop.Service, "/api/comparisons/gate")).GetProperty("pending").GetInt32());
    }

    private static void WithoutEntering(WebApplicationBuilder builder)
    {
        var background = builder.Services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && (service.ImplementationType == typeof(ComparisonEntry) || service.ImplementationType == typeof(ComparisonWorker)
                    || service.ImplementationType == typeof(ApiKeyUseRecorder) || service.ImplementationType?.Name == "ProjectorService"))
            .ToList();
        Assert.Equal(4, background.Count);
        background.ForEach(service => builder.Services.Remove(service));
    }

    private static async Task PutTestAsync(ChatService service)
    {
        var test = """{"name":"one","turns":[{"say":"hello","expect":{"ended":true}}]}""";
        var answer = await service.Client("demo-admin").PutAsync($"/api/flows/{StagedShop.Flow}/tests/one", new StringContent(test, System.Text.Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A comparison with a row of its own, as the worker would have left it.</summary>
    private static Task<int> EnterOneAsync(ChatService service) => service.ExecuteAsync(
        """
        INSERT INTO parallel_runs (tenant_id, instance_id, public_id, conversation_id, turn_id, seq, stage, answered_by, candidate, mode, sample, result,
          control_ms, candidate_tokens, expired_rule, attempts, created_at)
        SELECT tenant_id, instance_id, '01990000-0000-7000-8000-000000000001', conversation_id, id, seq, 'shadow', 'v1', 'v2', 'free', 100, 'skipped',
          1, 0, 0, 0, started_at FROM conversation_turns WHERE seq = 1
        """);

    private static Task<int> AddJobAsync(ChatService service) => service.ExecuteAsync(
        """
        INSERT INTO jobs (tenant_id, instance_id, public_id, kind, scope, subject, input, state, done, attempts, created_by, created_at)
        SELECT tenant_id, instance_id, '01990000-0000-7000-8000-000000000001', 'flow_tests.run', 'design', 's', '{}', 'done', 1, 1, 'test', started_at
        FROM conversation_turns WHERE seq = 1
        """);

    private static async Task WatchAsync(ChatService service)
    {
        await service.ExecuteAsync("CREATE TABLE written (name TEXT NOT NULL)");
        var tables = await service.RowsAsync("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'written'");
        Assert.True(tables.Count > 20);
        foreach (var table in tables.Select(row => (string)row[0]!))
        {
            foreach (var change in new[] { "INSERT", "UPDATE", "DELETE" })
            {
                await service.ExecuteAsync($"CREATE TRIGGER written_{table}_{change} AFTER {change} ON \"{table}\" BEGIN INSERT INTO written VALUES ('{table}'); END");
            }
        }
    }

    private static async Task<IReadOnlyList<string>> WrittenAsync(ChatService service) =>
        [.. (await service.RowsAsync("SELECT DISTINCT name FROM written")).Select(row => (string)row[0]!)];

    /// <returns>How many there are.</returns>
    private static async Task<int> AskAllAsync(ChatService service, Reply reply)
    {
        var configuration = await service.ScalarAsync<string>("SELECT name FROM ai_assistant_configurations WHERE tenant_id = (SELECT id FROM tenants WHERE slug = 'demo') LIMIT 1");
        var gets = service.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .ToList();
        var refused = new List<string>();
        foreach (var pattern in gets)
        {
            var path = Path(pattern, reply, configuration);
            var answer = await service.Client("demo-admin").GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            if ((int)answer.StatusCode == 403)
            {
                answer = await service.Client("demo-operator").GetAsync(path);
            }

            if (!answer.IsSuccessStatusCode)
            {
                refused.Add($"{path}: {(int)answer.StatusCode}");
            }

            if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
            {
                // It has no end of its own.
                answer.Dispose();
                continue;
            }

            await answer.Content.ReadAsStringAsync();
        }

        Assert.Empty(refused);
        return gets.Count;
    }

    private static string Path(string pattern, Reply reply, string configuration)
    {
        var path = pattern
            .Replace("{id:guid}", "01990000-0000-7000-8000-000000000001", StringComparison.Ordinal)
            .Replace("{id}", reply.ConversationId, StringComparison.Ordinal)
            .Replace("{name}", pattern.Contains("ai-configurations", StringComparison.Ordinal) ? configuration : StagedShop.Flow, StringComparison.Ordinal)
            .Replace("{version:int}", "1", StringComparison.Ordinal)
            .Replace("{version}", "1", StringComparison.Ordinal)
            .Replace("{test}", "one", StringComparison.Ordinal)
            .Replace("{tenant}", "demo", StringComparison.Ordinal)
            .Replace("{slug}", "demo", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal);
        return path switch
        {
            _ when path.EndsWith("/diff", StringComparison.Ordinal) => path + "?from=1&to=1",
            _ when path.EndsWith("/preview", StringComparison.Ordinal) => path + "?stage=live",
            _ when path.EndsWith("/chat/conversations", StringComparison.Ordinal) => path + "?sessionId=s",
            _ when path.EndsWith("/chat/messages", StringComparison.Ordinal) => $"{path}?conversationId={reply.ConversationId}",
            _ => path,
        };
    }

    private static async Task<JsonElement> JsonAsync(ChatService service, string path)
    {
        var answer = await service.Client("demo-engineer").GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }
}
