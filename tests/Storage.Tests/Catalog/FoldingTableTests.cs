using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.Catalog;

/// <summary>What is written one way is found when asked another way; the same table runs on each database.</summary>
public sealed class FoldingTableTests
{
    private static readonly (string Written, string Asked)[] s_pairs =
    [
        ("IŞIKLI", "ışıklı"), ("ışıldak", "ISILDAK"), ("İSKELE", "iskele"), ("istinat", "İSTİNAT"), ("Çekici", "cekici"),
        ("GÜÇLENDİRİCİ", "güçlendirici"), ("şanzıman", "sanziman"), ("ŞASİ", "şasi"), ("öğütücü", "OGUTUCU"), ("Ünite", "unite"),
        ("kâğıt", "kagit"), ("Rampalı", "rampalar"), ("renk", "rengi"), ("kitaplık", "kitabı"), ("vinç", "vinçler"), ("kanca", "kancalarınız"),
        ("zincir", "zincirin"), ("tekerlek", "tekerleği"), ("Mersin'den", "mersin"), ("varil", "varillerimizden"), ("bobin", "bobinli"),
        ("makara", "makaraya"), ("piston", "pistonsuz"), ("hortum", "hortumun"), ("trolley", "trolleys"), ("battery", "Battery's"),
        ("ﬁltre", "filtre"), ("ＦＵＬＬ", "full"), ("café", "cafe"), ("1,5 tonaj", "1.5 tonaj"), ("naïve", "NAIVE"), ("A4-kumanda", "kumanda"),
        ("O'Brien takımı", "o'brien"), ("Ａｒｔı C#", "artı"),
    ];

    [DatabaseFact]
    public async Task SearchAsync_EachPair_FindsTheRow(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        for (var i = 0; i < s_pairs.Length; i++)
        {
            database.Raw($"""
                INSERT INTO products (tenant_id, sku, slug, name, currency, stock, featured, is_active)
                VALUES (1, 'S{i}', 's{i}', '{s_pairs[i].Written.Replace("'", "''", StringComparison.Ordinal)}', 'TRY', 1, false, true)
                """);
        }

        var catalog = database.Get<IProductCatalog>();
        var missed = new List<string>();
        for (var i = 0; i < s_pairs.Length; i++)
        {
            var found = await catalog.SearchAsync(database.Tenant, new(s_pairs[i].Asked, null, 3), default);
            if (found.All(product => product.Sku != $"S{i}"))
            {
                missed.Add($"{s_pairs[i].Written} / {s_pairs[i].Asked}");
            }
        }

        Assert.Empty(missed);
    }
}
