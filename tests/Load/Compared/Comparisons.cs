using System.Net.Http.Headers;
using System.Net.Http.Json;
using FlowEngine.Storage.Database;

namespace FlowEngine.Load.Compared;

/// <summary>The toggle of a shop's tenants, and what their comparisons came to.</summary>
internal sealed class Comparisons(Shop shop)
{
    public async Task StageAsync(string tenant, string stage, int sample)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/admin/stages/{tenant}")
        {
            Content = JsonContent.Create(new { stage, sample, reason = "load" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{tenant}-engineer");
        using var response = await shop.Client.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{stage}: {await response.Content.ReadAsStringAsync()}");
        }

        // Seen by every process within two seconds.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
    }

    public Task<long> CountAsync(string where) => NumberAsync($"SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND {where}");

    /// <summary>Turns whose comparisons have no rows of their own yet.</summary>
    public Task<long> AskedAsync() => NumberAsync("SELECT COUNT(*) FROM conversation_turns WHERE tenant_id > 0 AND comparisons IS NOT NULL");

    /// <summary>Rows of whatever is asked for, each as text.</summary>
    public Task<List<string>> RowsAsync(string sql) => shop.Reads.QueryAsync(
        sql,
        [],
        reader =>
        {
            var rows = new List<string>();
            while (reader.Read())
            {
                rows.Add(string.Join(" ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            }

            return rows;
        },
        default).AsTask();

    /// <summary>What waits is not run any more, so that it is in nobody's way.</summary>
    public Task DropPendingAsync() => shop.Writes.ExecuteAsync(
        [
            new SqlWrite("UPDATE parallel_runs SET result = 'abandoned' WHERE tenant_id > 0 AND result = 'pending'"),
            new SqlWrite("UPDATE conversation_turns SET comparisons = NULL WHERE tenant_id > 0 AND comparisons IS NOT NULL"),
        ],
        default);

    public async Task SettleAsync()
    {
        while (await AskedAsync() + await CountAsync("result = 'pending'") > 0)
        {
            await Task.Delay(200);
        }
    }

    private Task<long> NumberAsync(string sql) => shop.Reads.QueryAsync(sql, [], reader => reader.Read() ? reader.GetInt64(0) : 0, default).AsTask();
}
