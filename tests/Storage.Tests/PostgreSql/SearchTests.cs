using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.PostgreSql;

public sealed class SearchTests
{
    [PostgreSqlFact]
    public async Task SearchAsync_WordsThatTheIndexDoesNotTake_AreLeftOutAlone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        var many = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"kelime{i}"));
        database.Raw($"""
            INSERT INTO knowledge_documents (tenant_id, slug, title, content, tags, is_active)
            VALUES (1, 'a', 'Garanti {new string('x', 5000)}', 'yirmi dört ay', '[]', true), (1, 'b', 'Teslimat', '{many}', '[]', true)
            """);
        var knowledge = database.Get<IKnowledgeBase>();

        var first = await knowledge.SearchAsync(database.Tenant, "garanti", 3, 0, default);
        var second = await knowledge.SearchAsync(database.Tenant, "teslimat", 3, 0, default);

        Assert.StartsWith("Garanti", Assert.Single(first).Title, StringComparison.Ordinal);
        Assert.Equal("Teslimat", Assert.Single(second).Title);
    }

    [PostgreSqlFact]
    public async Task SearchAsync_RowThatAnotherProgramHolds_IsAnsweredFromTheOthers()
    {
        var (database, tenant) = await Catalog.CatalogFixture.CreateAsync(DatabaseNames.PostgreSql);
        await using var _ = database;
        var catalog = database.Get<IProductCatalog>();
        Assert.NotEmpty(await catalog.SearchAsync(tenant, new("forklift", null, 5), default));
        using var holder = database.OpenRaw();
        using var transaction = holder.BeginTransaction();
        using var hold = holder.CreateCommand();
        database.Raw("UPDATE products SET name = 'Bisiklet' WHERE sku = 'FL-40'");
        hold.CommandText = "SELECT id FROM products WHERE sku = 'FL-40' FOR UPDATE";
        hold.ExecuteNonQuery();

        var found = await catalog.SearchAsync(tenant, new("forklift", null, 5), default);

        Assert.Equal(["FL-30"], found.Select(product => product.Sku));
    }
}
