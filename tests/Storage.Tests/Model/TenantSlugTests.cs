using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Tests.Model;

public sealed class TenantSlugTests
{
    [Theory]
    [InlineData("Forklift", "forklift")]
    [InlineData("  Çağrı İnşaat & Ticaret A.Ş. ", "cagri-insaat-ticaret-a-s")]
    [InlineData("IĞDIR ışık", "igdir-isik")]
    [InlineData("Straße Øst Łódź", "strasse-ost-lodz")]
    [InlineData("ÅÉÎÕÜ", "aeiou")]
    [InlineData("ＦＵＬＬ　ｗｉｄｔｈ１", "full-width1")]
    [InlineData("3M", "3m")]
    [InlineData("北京", "")]
    [InlineData("😀", "")]
    [InlineData("\ud800", "")]
    [InlineData("---", "")]
    [InlineData("", "")]
    public void From_AName_IsASlugOrNothing(string name, string slug)
    {
        Assert.Equal(slug, TenantSlug.From(name));
        Assert.True(slug.Length == 0 || TenantSlug.IsValid(slug));
    }

    [Fact]
    public void From_ALongName_IsCutToASlug()
    {
        var slug = TenantSlug.From(string.Join(' ', Enumerable.Repeat("uzun", 40)));

        Assert.InRange(slug.Length, 60, TenantSlug.MaxLength);
        Assert.True(TenantSlug.IsValid(slug));
    }

    [Fact]
    public void Unique_TakenAgainAndAgain_CountsUp()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var longest = new string('a', TenantSlug.MaxLength);

        Assert.Equal(["shop", "shop-2", "shop-3"], Enumerable.Range(0, 3).Select(_ => TenantSlug.Unique("shop", taken)));
        Assert.Equal([longest, longest[..^2] + "-2"], Enumerable.Range(0, 2).Select(_ => TenantSlug.Unique(longest, taken)));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("shop-2", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("Shop", false)]
    [InlineData("şeker", false)]
    [InlineData("a:b", false)]
    [InlineData("a b", false)]
    public void IsValid_ByText(string text, bool valid) => Assert.Equal(valid, TenantSlug.IsValid(text));
}
