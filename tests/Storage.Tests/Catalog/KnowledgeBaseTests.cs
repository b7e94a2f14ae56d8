using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.Catalog;

public sealed class KnowledgeBaseTests
{
    [DatabaseFact]
    public async Task SearchAsync_Question_ScoresByItsWords(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        var knowledge = database.Get<IKnowledgeBase>();

        var whole = await knowledge.SearchAsync(tenant, "garantili servis", 3, 0.5, default);
        var part = await knowledge.SearchAsync(tenant, "garanti zürafa", 3, 0, default);

        Assert.Equal("Garanti koşulları", Assert.Single(whole).Title);
        Assert.Equal(1, whole[0].Score, precision: 6);
        Assert.Equal("https://depo.example/bilgi/garanti", whole[0].Url);
        Assert.InRange(Assert.Single(part).Score, 0.2, 0.6);
        Assert.Empty(await knowledge.SearchAsync(tenant, "garanti zürafa", 3, 0.7, default));
        Assert.Empty(await knowledge.SearchAsync(tenant, "zürafa", 3, 0, default));
        Assert.Empty(await knowledge.SearchAsync(database.Other, "garanti", 3, 0, default));
    }

    [DatabaseFact]
    public async Task SearchAsync_DocumentChangedByAnyTool_IsFoundAtOnce(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        var knowledge = database.Get<IKnowledgeBase>();
        Assert.Empty(await knowledge.SearchAsync(tenant, "zürafa", 3, 0, default));

        database.Raw("UPDATE knowledge_documents SET content = 'Zürafalar da taşınır.' WHERE slug = 'kargo'");

        var found = Assert.Single(await knowledge.SearchAsync(tenant, "ZÜRAFA", 3, 0, default));
        Assert.Equal(found.Id, Assert.Single(await knowledge.GetAsync(tenant, [found.Id, 99], default)).Id);
    }
}
