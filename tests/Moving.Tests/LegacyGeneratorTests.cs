using FlowEngine.Moving.Generating;

namespace FlowEngine.Moving.Tests;

public sealed class LegacyGeneratorTests
{
    [Fact]
    public void Central_OfTheSameSeed_IsTheSameAndOfAnotherIsNot()
    {
        string Text(int seed) => string.Join('\n', LegacyGenerator.Central(new(60, 3, seed)).Select(row => string.Join('|', row.Values)));

        Assert.Equal(Text(1), Text(1));
        Assert.NotEqual(Text(1), Text(2));
    }

    [Fact]
    public void TenantRows_OfTwoTenants_HaveTheSameIds()
    {
        var options = new GeneratorOptions(10, 2, 1);
        long[] Ids(long tenant) => [.. LegacyGenerator.TenantRows(options, tenant).Select(row => (long)row.Values[0]!)];

        Assert.Equal(Ids(2), Ids(1)[..^1]);
    }
}
