using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FlowEngine.Benchmarks;

namespace FlowEngine.Load.Compared;

/// <summary>Conversations of five turns of two tenants, compared on half of the sessions; every turn must have what was asked for, once.</summary>
internal static class Sums
{
    private const int TurnsOfAConversation = 5;
    private const int Sample = 50;
    private const int AtOnce = 8;

    private static readonly string[] s_tenants = ["demo", "demo-en"];

    public static async Task<string> CheckAsync(Shop shop, LoadOptions options, string loadBefore)
    {
        var comparisons = new Comparisons(shop);
        foreach (var tenant in s_tenants)
        {
            await comparisons.StageAsync(tenant, "shadow", Sample);
        }

        var before = await CountsAsync(comparisons);
        var began = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, options.Compared!.Value),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await TalkAsync(shop, number));
        var talked = TimeProvider.System.GetElapsedTime(began);
        await comparisons.SettleAsync();
        var settled = TimeProvider.System.GetElapsedTime(began);
        var text = new StringBuilder($"# {options.Compared:N0} compared conversations on {options.Database}\n\n").Append(Machine.Facts(loadBefore)).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            {options.Compared:N0} conversations of {TurnsOfAConversation} turns of two tenants, stage `shadow` at 100%, a sample of {Sample}%, a tenth against itself and a tenth going on from its own
            state. {talked.TotalSeconds:0} s of talk, {settled.TotalSeconds:0} s until the last comparison was done.

            | what | rows |
            | --- | ---: |

            """);
        foreach (var (what, count) in (await CountsAsync(comparisons)).Zip(before, (now, then) => (now.What, now.Count - then.Count)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {count:N0} |\n");
        }

        text.Append("\n| result | reason | comparisons |\n| --- | --- | ---: |\n");
        foreach (var row in await comparisons.RowsAsync(
            "SELECT result || ' | ' || COALESCE(skipped_reason, '') || ' | ' || COUNT(*) FROM parallel_runs WHERE tenant_id > 0 GROUP BY result, skipped_reason ORDER BY 1"))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row} |\n");
        }

        var faults = await FaultsAsync(comparisons, options.Compared.Value);
        text.Append(faults.Count == 0 ? "\nEvery sum agrees.\n" : $"\nFaults: {string.Join("; ", faults)}\n");
        return text.ToString();
    }

    private static async Task TalkAsync(Shop shop, int number)
    {
        var tenant = s_tenants[number % s_tenants.Length];
        for (var turn = 0; turn < TurnsOfAConversation; turn++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat/messages")
            {
                Content = new StringContent(
                    $$"""{"content":"{{TurnSample.Messages[turn]}}","sessionId":"sums-{{number}}"}""", Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{tenant}-chat");
            using var response = await shop.Client.SendAsync(request);
            response.EnsureSuccessStatusCode();
        }
    }

    private static async Task<IReadOnlyList<(string What, long Count)>> CountsAsync(Comparisons comparisons)
    {
        var counts = new List<(string, long)>();
        foreach (var (what, sql) in new[]
        {
            ("turns", "SELECT COUNT(*) FROM conversation_turns WHERE tenant_id > 0"),
            ("messages of users", "SELECT COUNT(*) FROM ai_conversation_messages WHERE tenant_id > 0 AND role = 'user'"),
            ("compared turns", "SELECT COUNT(DISTINCT turn_id) FROM parallel_runs WHERE tenant_id > 0"),
            ("comparisons, re-synchronised", "SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND mode = 'resync' AND candidate = 'v2'"),
            ("comparisons, going on from its own state", "SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND mode = 'free'"),
            ("comparisons, against itself", "SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND candidate = 'v1'"),
        })
        {
            counts.Add((what, long.Parse((await comparisons.RowsAsync(sql))[0], CultureInfo.InvariantCulture)));
        }

        return counts;
    }

    private static async Task<List<string>> FaultsAsync(Comparisons comparisons, int conversations)
    {
        var faults = new List<string>();
        foreach (var (fault, sql) in new[]
        {
            ("conversations compared in part", $"""
                SELECT COUNT(*) FROM (SELECT p.conversation_id FROM parallel_runs p WHERE p.tenant_id > 0
                GROUP BY p.conversation_id, p.candidate, p.mode HAVING COUNT(*) <> {TurnsOfAConversation}) AS parts
                """),
            ("turns whose comparisons were not begun", "SELECT COUNT(*) FROM conversation_turns WHERE tenant_id > 0 AND comparisons IS NOT NULL"),
            ("comparisons that did not end", "SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND (result = 'pending' OR finished_at IS NULL)"),
            ("comparisons abandoned", "SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND result = 'abandoned'"),
            ("comparisons of another tenant's turn", """
                SELECT COUNT(*) FROM parallel_runs p WHERE p.tenant_id > 0
                AND NOT EXISTS (SELECT 1 FROM conversation_turns t WHERE t.id = p.turn_id AND t.tenant_id = p.tenant_id)
                """),
            ("states of another tenant's conversation", """
                SELECT COUNT(*) FROM candidate_states s WHERE s.tenant_id > 0
                AND NOT EXISTS (SELECT 1 FROM ai_conversations c WHERE c.id = s.conversation_id AND c.tenant_id = s.tenant_id)
                """),
        })
        {
            if ((await comparisons.RowsAsync(sql))[0] is not "0" and var count)
            {
                faults.Add($"{count} {fault}");
            }
        }

        var turns = long.Parse((await comparisons.RowsAsync("SELECT COUNT(*) FROM conversation_turns WHERE tenant_id > 0 AND stage = 'shadow'"))[0], CultureInfo.InvariantCulture);
        if (turns != (long)conversations * TurnsOfAConversation)
        {
            faults.Add($"{turns} turns instead of {conversations * TurnsOfAConversation}");
        }

        return faults;
    }
}
