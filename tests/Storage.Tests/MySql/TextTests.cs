using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Tests.MySql;

public sealed class TextTests
{
    [MySqlFact]
    public async Task Slugs_ThatDifferInCaseOrBlanks_AreOthersAndSortByTheirCharacters()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        string[] slugs = ["B", "a", "a ", "A", "ı", "i", "\u0131x", "İ"];
        foreach (var slug in slugs)
        {
            database.Raw($"INSERT INTO ai_tenant_directives (tenant_id, directive_key, directive_value, directive_type, category, priority, is_active) VALUES (1, '{slug}', '', 'string', '', 0, true)");
        }

        await using var context = database.Get<ITenantDb>().Open(database.Tenant);

        Assert.Equal(
            slugs.Order(StringComparer.Ordinal),
            await context.Directives.OrderBy(row => row.DirectiveKey).Select(row => row.DirectiveKey).ToListAsync());
        Assert.Equal("a", (await context.Directives.SingleAsync(row => row.DirectiveKey == "a")).DirectiveKey);
    }

    [MySqlFact]
    public async Task ActiveRows_OfOneFlow_AreOneAtMost()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        Insert(database, 1, active: false);
        Insert(database, 2, active: false);
        Insert(database, 3, active: true);

        Assert.ThrowsAny<System.Data.Common.DbException>(() => Insert(database, 4, active: true));
        Assert.ThrowsAny<System.Data.Common.DbException>(() => database.Raw("UPDATE tenant_conversation_flows SET is_active = true WHERE version = 1"));
        database.Raw("UPDATE tenant_conversation_flows SET is_active = false");
        database.Raw("UPDATE tenant_conversation_flows SET is_active = true WHERE version = 1");
    }

    [MySqlFact]
    public async Task SearchAsync_WordsThatAFullTextIndexWouldLeaveOut_AreFound()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        var many = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"kelime{i}"));
        database.Raw($"""
            INSERT INTO knowledge_documents (tenant_id, slug, title, content, tags, is_active) VALUES
            (1, 'a', 'Garanti {new string('x', 5000)}', 'about the 24 ay', '[]', true), (1, 'b', 'Teslimat', '{many} ok', '[]', true)
            """);
        var knowledge = database.Get<IKnowledgeBase>();

        foreach (var (text, title) in (IEnumerable<(string, string)>)[("garanti", "G"), ("teslimat", "T"), ("24", "G"), ("ok", "T"), ("kelime19999", "T")])
        {
            var found = Assert.Single(await knowledge.SearchAsync(database.Tenant, text, 3, 0, default));
            Assert.StartsWith(title, found.Title, StringComparison.Ordinal);
        }
    }

    private static void Insert(TestDatabase database, int version, bool active) => database.Raw($"""
        INSERT INTO tenant_conversation_flows (tenant_id, flow_name, version, flow_data, is_active, status, etag, priority, created_at)
        VALUES (1, 'shop', {version}, '{"{}"}', {active}, 'published', 'e', 0, '2026-01-01 00:00:00')
        """);
}
