using FlowEngine.Conversations;
using FlowEngine.Text.Personal;
using Xunit;

namespace FlowEngine.Tests.Text.Personal;

public sealed class PersonalTests
{
    [Theory]
    [InlineData("name", PersonalKind.Name)]
    [InlineData("customer_name", PersonalKind.Name)]
    [InlineData("firstName", PersonalKind.Name)]
    [InlineData("first_name", PersonalKind.Name)]
    [InlineData("surname", PersonalKind.Name)]
    [InlineData("ad_soyad", PersonalKind.Name)]
    [InlineData("adı", PersonalKind.Name)]
    [InlineData("MÜŞTERİ_ADI", PersonalKind.Name)]
    [InlineData("soyisminiz", PersonalKind.Name)]
    [InlineData("Adınız nedir?", PersonalKind.Name)]
    [InlineData("İsminizi öğrenebilir miyim?", PersonalKind.Name)]
    [InlineData("What is your name?", PersonalKind.Name)]
    [InlineData("email", PersonalKind.Email)]
    [InlineData("contactEmail", PersonalKind.Email)]
    [InlineData("e-posta", PersonalKind.Email)]
    [InlineData("eposta_adresi", PersonalKind.Email)]
    [InlineData("E-posta adresinizi yazar mısınız?", PersonalKind.Email)]
    [InlineData("telefon", PersonalKind.Phone)]
    [InlineData("telefon_no", PersonalKind.Phone)]
    [InlineData("cep_telefonu", PersonalKind.Phone)]
    [InlineData("phone2", PersonalKind.Phone)]
    [InlineData("gsm", PersonalKind.Phone)]
    [InlineData("Size ulaşabileceğimiz telefon numarası", PersonalKind.Phone)]
    [InlineData("adres", PersonalKind.Address)]
    [InlineData("delivery_address", PersonalKind.Address)]
    [InlineData("dogum_tarihi", PersonalKind.Birth)]
    [InlineData("birthday", PersonalKind.Birth)]
    [InlineData("tc_kimlik_no", PersonalKind.Identity)]
    [InlineData("passport", PersonalKind.Identity)]
    [InlineData("iban", PersonalKind.Account)]
    [InlineData("firma", PersonalKind.Company)]
    [InlineData("product_name", PersonalKind.None)]
    [InlineData("urun_adi", PersonalKind.None)]
    [InlineData("Ürün adı nedir?", PersonalKind.None)]
    [InlineData("şehir_adı", PersonalKind.None)]
    [InlineData("phone_model", PersonalKind.None)]
    [InlineData("telefon_modeli", PersonalKind.None)]
    [InlineData("web_adresi", PersonalKind.None)]
    [InlineData("adet", PersonalKind.None)]
    [InlineData("city", PersonalKind.None)]
    [InlineData("order_no", PersonalKind.None)]
    [InlineData("Sipariş numaranız nedir?", PersonalKind.None)]
    [InlineData("", PersonalKind.None)]
    public void Kind_OfANameOrAQuestion_IsKnown(string name, PersonalKind kind) => Assert.Equal(kind, PersonalNames.KindOf(name));

    [Theory]
    [InlineData("o'neil@example.com yazın", "[email] yazın")]
    [InlineData("ayşe@müşteri.com.tr", "[email]")]
    [InlineData("+44 (0)20 7946 0958", "[phone]")]
    [InlineData("05321234567", "[phone]")]
    [InlineData("5321234567", "[phone]")]
    [InlineData("٠٥٣٢١٢٣٤٥٦٧", "[phone]")]
    [InlineData("TC 10000000146", "TC [id]")]
    [InlineData("sipariş 10000000147", "sipariş 10000000147")]
    [InlineData("Kartım 4111-1111-1111-1111.", "Kartım [card].")]
    [InlineData("TR33 0006 1005 1978 6457 8413 26", "[iban]")]
    [InlineData("EP-1500 500.000 TL, 15.03.2026 12:00", "EP-1500 500.000 TL, 15.03.2026 12:00")]
    public void Clean_OfAText_TakesOutWhatLooksPersonal(string text, string expected) => Assert.Equal(expected, PersonalText.Clean(text));

    [Theory]
    [InlineData("ipek", "Merhaba İpek, İPEK!", "Merhaba ***, ***!")]
    [InlineData("İpek", "merhaba ipek", "merhaba ***")]
    [InlineData("Işıl", "IŞIL geldi", "*** geldi")]
    public void Clean_OfAKnownValue_FindsItInAnyCase(string value, string text, string expected) =>
        Assert.Equal(expected, PersonalText.Clean(text, [value]));

    [Fact]
    public void Clean_OfAPayload_HidesNamesOfPersonsAndKeepsThoseOfThings()
    {
        var payload = Value.FromJson(System.Text.Json.JsonElement.Parse(
            """{"category":{"name":"Forklift"},"products":[{"name":"EP-1500"}],"customer":{"name":"Ayşe"},"name":"Ayşe","to":{"name":"Ayşe"}}"""));

        Assert.Equal(
            """{"category":{"name":"Forklift"},"products":[{"name":"EP-1500"}],"customer":{"name":"***"},"name":"***","to":{"name":"***"}}""",
            PersonalData.Clean("", payload).ToJson());
    }

    [Fact]
    public void CleanAnswer_OfAnotherService_HidesPersonsAndKeepsThings()
    {
        var answer = new OutsideAnswer("http", "n", """
            {"status":200,"body":{"items":[{"name":"EP-1500","sku":"EP-1500"}],"customer":{"name":"Ayşe","city":"Ankara"},"note":"Ayşe Yılmaz, a@b.example","telefon":5321234567}}
            """);

        var cleaned = PersonalData.CleanAnswer(answer, ["Ayşe Yılmaz"]);

        Assert.Equal(
            """{"status":200,"body":{"items":[{"name":"EP-1500","sku":"EP-1500"}],"customer":{"name":"***","city":"Ankara"},"note":"***, [email]","telefon":"***"}}""",
            cleaned);
    }

    [Theory]
    [InlineData("catalog.search")]
    [InlineData("knowledge.get")]
    public void CleanAnswer_OfTheTenantsOwn_IsLeftAsItIs(string port)
    {
        var answer = new OutsideAnswer(port, "n", """[{"name":"x","phone":"0532 123 45 67"}]""");

        Assert.Equal(answer.Answer, PersonalData.CleanAnswer(answer, ["x"]));
    }

    [Fact]
    public void Values_OfAState_AreMarkedOrNamedOnes()
    {
        var state = new ConversationState
        {
            Vars = new Dictionary<string, Value> { ["x7"] = Value.Of("Ayşe Yılmaz"), ["telefon"] = Value.Of("+905321234567"), ["city"] = Value.Of("Ankara") },
            Personal = ["x7"],
        };

        var values = PersonalValues.Of(state);

        Assert.Equal(["Yılmaz", "Ayşe", "+905321234567", "Ayşe Yılmaz"], values.Where(value => !value.Contains('%', StringComparison.Ordinal)).OrderBy(value => value.Contains(' ', StringComparison.Ordinal)).ThenBy(value => value.StartsWith('+')).ThenByDescending(value => value.Length).ToList());
        Assert.DoesNotContain("Ankara", values);
    }

    [Fact]
    public void State_WrittenAndRead_KeepsItsMarks()
    {
        var state = new ConversationState
        {
            Vars = new Dictionary<string, Value> { ["x7"] = Value.Of("Ayşe") },
            Personal = ["x7"],
            Walk = new([new(1, "Home", "2", new Dictionary<string, Value> { ["y"] = Value.Of("a") }, new Dictionary<string, string>()) { Personal = ["y"] }], DateTimeOffset.UnixEpoch, null, 0),
        };

        var (read, _) = ConversationStateJson.Read(System.Text.Encoding.UTF8.GetString(ConversationStateJson.Write(state)));

        Assert.Equal(["x7"], read!.Personal);
        Assert.Equal(["y"], read.Walk!.Frames[0].Personal);
    }
}
