using FlowEngine.Chat.Timeouts;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class DueWaitTests
{
    private static readonly DateTimeOffset s_later = TestDatabase.Now.AddHours(2);

    [DatabaseFact]
    public async Task FindAsync_MoreThanAPage_GivesEachOnceInPages(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var heads = await WaitAsync(database, 25);
        var waits = database.Get<IDueWaits>();

        var found = new List<DueWait>();
        for (DueWait? after = null; ;)
        {
            var page = await waits.FindAsync(TestDatabase.Instance, s_later, after, 10, default);
            found.AddRange(page);
            if (page.Count < 10)
            {
                break;
            }

            after = page[^1];
        }

        Assert.Equal(heads.Order(), found.Select(wait => wait.Conversation).Order());
        Assert.Equal(found.OrderBy(wait => wait.ExpiresAt).ThenBy(wait => wait.RowId), found);
    }

    [DatabaseTheory]
    [InlineData("UPDATE tenants SET is_active = false WHERE id = 1")]
    [InlineData("INSERT INTO bot_settings (tenant_id, fallback_text, contact, anonymous_chat, allowed_hosts, is_active, updated_at, chat_disabled) VALUES (1, '{}', '{}', false, '[]', true, '2026-01-01', true)")]
    [InlineData("UPDATE ai_conversations SET status = 'closed'")]
    public async Task FindAsync_WhatCannotFire_IsNotFound(string on, string sql)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await WaitAsync(database, 1);
        Assert.Single(await database.Get<IDueWaits>().FindAsync(TestDatabase.Instance, s_later, null, 10, default));

        database.Raw(sql);

        Assert.Empty(await database.Get<IDueWaits>().FindAsync(TestDatabase.Instance, s_later, null, 10, default));
    }

    [Fact]
    public async Task FindAsync_ReadsTheIndexOfWaits_WithoutSorting()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        using var connection = database.OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + DueWaits.Sql;
        foreach (var name in (string[])["now", "after", "after_id", "instance_id", "limit"])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, 1);
            command.Parameters.Add(parameter);
        }

        var plan = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        Assert.Contains(plan, line => line.Contains("ix_ai_conversations_expires_at", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal) || line.StartsWith("SCAN", StringComparison.Ordinal));
    }

    private static async Task<List<Guid>> WaitAsync(TestDatabase database, int count)
    {
        var writer = database.Get<ITurnWriter>();
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var head = Sample.Head(session: $"s{i}");
            await writer.CommitAsync(Sample.Commit(database.Tenant, head), default);
            ids.Add(head.PublicId);
        }

        return ids;
    }
}
