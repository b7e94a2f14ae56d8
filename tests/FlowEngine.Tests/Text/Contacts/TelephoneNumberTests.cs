using FlowEngine.Conversations;
using FlowEngine.Text.Contacts;
using Xunit;

namespace FlowEngine.Tests.Text.Contacts;

public sealed class TelephoneNumberTests
{
    [Theory]
    [InlineData("+44 (0)20 7946 0958", null, "+442079460958")]
    [InlineData("+44 (0) 20 7946 0958", "TR", "+442079460958")]
    [InlineData("0044 20 7946 0958", "TR", "+442079460958")]
    [InlineData("020 7946 0958", "GB", "+442079460958")]
    [InlineData("+90 0532 123 45 67", null, "+905321234567")]
    [InlineData("+90 (0532) 123 45 67", null, "+905321234567")]
    [InlineData("(+90) 532 123 45 67", null, "+905321234567")]
    [InlineData("+(90) 532 123 45 67", null, "+905321234567")]
    [InlineData("90 532 123 45 67", "TR", "+905321234567")]
    [InlineData("0(532)1234567", "TR", "+905321234567")]
    [InlineData("[0532] 123 45 67", "TR", "+905321234567")]
    [InlineData("0532.123.45.67", "TR", "+905321234567")]
    [InlineData("0532/123/45/67", "TR", "+905321234567")]
    [InlineData("0532\u00A0123\u00A045\u00A067", "TR", "+905321234567")]
    [InlineData("0532–123–45–67", "TR", "+905321234567")]
    [InlineData("0532\n123 45 67", "TR", "+905321234567")]
    [InlineData("\u202a+90 532 123 45 67\u202c", null, "+905321234567")]
    [InlineData("０５３２ １２３ ４５ ６７", "TR", "+905321234567")]
    [InlineData("٠٥٣٢ ١٢٣ ٤٥ ٦٧", "TR", "+905321234567")]
    [InlineData("tel:+90-532-123-45-67", null, "+905321234567")]
    [InlineData("Numaram 0532 123 45 67'dir, 17:00'den sonra arayın.", "TR", "+905321234567")]
    [InlineData("444 1 234", "TR", "+904441234")]
    [InlineData("0850 222 12 34", "TR", "+908502221234")]
    [InlineData("+39 06 1234 5678", null, "+390612345678")]
    [InlineData("+1 (212) 555-0123", null, "+12125550123")]
    public void Read_OfAWholeNumber_IsE164(string text, string? region, string expected) => Assert.Equal(expected, TelephoneNumber.Read(text, region));

    [Theory]
    [InlineData("0532 123 45 67", null)]
    [InlineData("0532 123 45", "TR")]
    [InlineData("0532 123 45 678", "TR")]
    [InlineData("0532 123 45 67 89", "TR")]
    [InlineData("+90 532 123 45", null)]
    [InlineData("+999 532 123 45 67", null)]
    [InlineData("0212 555 12 12 dahili 12", "TR")]
    [InlineData("0212 555 12 12 x12", "TR")]
    [InlineData("0212 555 12 12 ext. 12", "TR")]
    [InlineData("0212 555 12 12 #12", "TR")]
    [InlineData("dahili 12, 0212 555 12 12", "TR")]
    [InlineData("0212 555 12 12/13", "TR")]
    [InlineData("0532 123 45 67 ya da 0533 123 45 67", "TR")]
    [InlineData("1-800-FLOWERS", "US")]
    [InlineData("1-800-356-9377A", "US")]
    [InlineData("x05321234567", "TR")]
    [InlineData("TR05321234567", "TR")]
    [InlineData("05321234567@example.com", "TR")]
    [InlineData("05321234567,8", "TR")]
    [InlineData("1,05321234567", "TR")]
    [InlineData("%05321234567", "TR")]
    [InlineData("5321234567890123456", "TR")]
    public void Read_OfWhatIsNoWholeNumber_IsNull(string text, string? region) => Assert.Null(TelephoneNumber.Read(text, region));

    [Fact]
    public void FindAll_OfSeveralNumbers_GivesEach() => Assert.Equal(
        ["+905321234567", "+442079460958"],
        TelephoneNumber.FindAll("0532 123 45 67 ya da\n+44 (0)20 7946 0958", "TR"));

    [Theory]
    [InlineData("en", "USD", "+90 212 555 01 23", "TR")]
    [InlineData("en", "USD", "0212 555 01 23", null)]
    [InlineData("tr", "EUR", null, "TR")]
    [InlineData("de", "EUR", null, "DE")]
    [InlineData("en", "GBP", null, "GB")]
    [InlineData("en", "USD", null, null)]
    [InlineData("tr", "EUR", "+49 30 901820", "DE")]
    public void Region_OfATenant_IsOfItsNumberElseLanguageElseCurrency(string language, string currency, string? phone, string? expected) =>
        Assert.Equal(expected, PhoneRegion.For(new TenantProfile
        {
            Key = new TenantKey(1, "main"),
            Slug = "a",
            Name = "A",
            Languages = [language],
            Currency = currency,
            Contact = new ContactFacts { Phone = phone },
        }));
}
