using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.NodeTypes;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class CollectDataTests
{
    [Theory]
    [InlineData("""{ "data_type": "integer" }""", "12", "integer", "12")]
    [InlineData("""{ "data_type": "text", "context_key": "name", "min": 2 }""", "  Işıl ", "name", "\"Işıl\"")]
    [InlineData("""{ "data_type": "yes_no" }""", "evet", "yes_no", "true")]
    [InlineData("""{ "data_type": "date", "min": "today" }""", "yarın", "date", "\"2026-12-03\"")]
    [InlineData("""{ "data_type": "time", "min": "09:00", "max": "18:00" }""", "14.30", "time", "\"14:30\"")]
    [InlineData("""{ "data_type": "phone", "validation_regex": "^05" }""", "0532 123 45 67", "phone", "\"+905321234567\"")]
    [InlineData("""{ "data_type": "phone", "validation_regex": "^\\+905" }""", "0532 123 45 67", "phone", "\"+905321234567\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["Elma", "Armut"] }""", "ELMA", "choice", "\"Elma\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["C", "C#", "C++"] }""", "c#", "choice", "\"C#\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["C", "C#", "C++"] }""", "c", "choice", "\"C\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["C", "C#", "C++"] }""", "c++ olsun", "choice", "\"C++\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["<5 ton", ">5 ton"] }""", "> 5 TON", "choice", "\">5 ton\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["A Rh+", "A Rh-"] }""", "a rh-", "choice", "\"A Rh-\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["%10", "Tam"] }""", "10", "choice", "\"%10\"")]
    [InlineData("""{ "data_type": "choice", "choices": [{ "value": "a", "label": "\ud83d\udc68\u200d\ud83d\udc67" }, { "value": "b", "label": "\ud83d\udc69\u200d\ud83d\udcbb" }] }""", "\U0001F469\u200D\U0001F4BB", "choice", "\"b\"")]
    [InlineData("""{ "data_type": "multi_choice", "choices": ["a", { "value": "b", "label": "\ud83d\udc69\u200d\ud83d\udcbb" }, "c"] }""", "\U0001F469\u200D\U0001F4BB\uFF0Cc", "multi_choice", "[\"b\",\"c\"]")]
    [InlineData("""{ "data_type": "multi_choice", "choices": ["a", "b", "c"] }""", "\uFF11\uFF0C\uFF13", "multi_choice", "[\"a\",\"c\"]")]
    [InlineData("""{ "data_type": "multi_choice", "choices": ["1,5 ton", "2 ton"] }""", "1,5 ton, 2 ton", "multi_choice", "[\"1,5 ton\",\"2 ton\"]")]
    [InlineData("""{ "data_type": "multi_choice", "choices": ["a", "b", "c"] }""", "1,3", "multi_choice", "[\"a\",\"c\"]")]
    [InlineData("""{ "data_type": "text", "validation_regex": "^istanbul$" }""", "İSTANBUL", "text", "\"İSTANBUL\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["Elma", "Armut"] }""", "ar", "choice", "\"Armut\"")]
    [InlineData("""{ "data_type": "choice", "choices": ["Elma", "Armut"] }""", "elma olsun", "choice", "\"Elma\"")]
    [InlineData("""{ "data_type": "choice", "choices": [{ "value": 10, "label": "Üç" }, { "value": 1, "label": "Bir" }] }""", "1", "choice", "1")]
    [InlineData("""{ "data_type": "multi_choice", "choices": ["a", "b ve c", "d"], "max": 2 }""", "d ve a", "multi_choice", "[\"a\",\"d\"]")]
    [InlineData("""{ "data_type": "multi_choice", "choices": ["a", "b ve c", "d"] }""", "b ve c", "multi_choice", "[\"b ve c\"]")]
    [InlineData("""{ "data_type": "multi_choice", "choices": ["a", "b", "c"] }""", "1 3", "multi_choice", "[\"a\",\"c\"]")]
    [InlineData("""{ "data_type": "multi_choice", "choices": ["a", "b", "c"] }""", "hepsi", "multi_choice", "[\"a\",\"b\",\"c\"]")]
    [InlineData("""{ "data_type": "email", "required": false, "default": "yok" }""", "geç", "email", "\"yok\"")]
    [InlineData("""{ "required": false, "default": "yok", "context_key": "note" }""", "skip", "note", "\"yok\"")]
    [InlineData("""{ "required": false, "default": "yok", "context_key": "note" }""", "Geçelim.", "note", "\"yok\"")]
    [InlineData("""{ "required": false, "default": "yok", "context_key": "note" }""", "-", "note", "\"yok\"")]
    [InlineData("""{ "required": false, "default": "yok", "context_key": "note" }""", "\u2800 - ", "note", "\"yok\"")]
    [InlineData("""{ "required": false, "default": "yok", "context_key": "note" }""", "skip the queue", "note", "\"skip the queue\"")]
    [InlineData("""{ "context_key": "note" }""", "skip", "note", "\"skip\"")]
    [InlineData("""{ "data_type": "integer" }""", "１２", "integer", "12")]
    [InlineData("""{ "data_type": "integer" }""", "١٢", "integer", "12")]
    [InlineData("""{ "data_type": "number" }""", "%20", "number", "20")]
    [InlineData("""{ "data_type": "date" }""", "１５．０９．２０２７", "date", "\"2027-09-15\"")]
    [InlineData("""{ "data_type": "date" }""", "١٥/٠٩/٢٠٢٧", "date", "\"2027-09-15\"")]
    [InlineData("""{ "data_type": "date" }""", "15 Eyl 2027", "date", "\"2027-09-15\"")]
    [InlineData("""{ "data_type": "time" }""", "１４：３０", "time", "\"14:30\"")]
    [InlineData("""{ "data_type": "yes_no" }""", "👍", "yes_no", "true")]
    [InlineData("""{ "data_type": "choice", "choices": ["Elma", "Armut"] }""", "٢", "choice", "\"Armut\"")]
    [InlineData("""{ "data_type": "email" }""", "o'neil@example.com", "email", "\"o'neil@example.com\"")]
    [InlineData("""{ "data_type": "phone" }""", "+44 (0)20 7946 0958", "phone", "\"+442079460958\"")]
    [InlineData("""{ "data_type": "choice", "required": false, "choices": ["Geç", "Erken"] }""", "geç", "choice", "\"Geç\"")]
    public async Task Answer_OfItsType_IsStored(string data, string answer, string name, string expected)
    {
        var talk = NodeBench.Start(new TestWorld(), "collect_data", Json(data));
        await talk.SayAsync("merhaba");

        var outcome = await talk.SayAsync(answer);

        Assert.Equal(ConversationStatus.Ended, outcome.Status);
        Assert.Equal("success", outcome.Trace[0].PortName);
        Assert.Equal(Normal(expected), Normal(talk.State.Vars[name].ToJson()));
    }

    [Theory]
    [InlineData("""{ "data_type": "integer", "min": 3 }""", "2", "En az 3 olmalı.")]
    [InlineData("""{ "data_type": "integer", "max": 3 }""", "4", "En çok 3 olabilir.")]
    [InlineData("""{ "data_type": "integer" }""", "2,5", "Bunu anlayamadım. Lütfen bir tam sayı yazın, örneğin 12.")]
    [InlineData("""{ "data_type": "date", "min": "today" }""", "dün", "En erken bugün olabilir.")]
    [InlineData("""{ "validation_regex": "^[a-z]+$" }""", "12", "Yazdığınız beklenen biçimde değil. Tekrar yazar mısınız?")]
    [InlineData("""{ "max": 3 }""", "abcd", "En çok 3 karakter olabilir.")]
    [InlineData("{}", "  ", "Bu bilgiye ihtiyacım var.")]
    [InlineData("""{ "data_type": "choice", "choices": ["Elma", "Erik"] }""", "e", "Bunu anlayamadım. Seçenekler: 1) Elma, 2) Erik.")]
    [InlineData("""{ "data_type": "email" }""", "ali,veli@example.com", "Bunu anlayamadım. Lütfen bir e-posta adresi yazın, örneğin ad@ornek.com.")]
    [InlineData("""{ "data_type": "url" }""", "https://example.com/a b", "Bunu anlayamadım. Lütfen bir web adresi yazın, örneğin ornek.com.")]
    [InlineData("""{ "data_type": "date" }""", "15.09.0027", "Bunu anlayamadım. Lütfen bir tarih yazın, örneğin 24.12.2026.")]
    [InlineData("""{ "data_type": "email" }""", "geç", "Bunu anlayamadım. Lütfen bir e-posta adresi yazın, örneğin ad@ornek.com.")]
    public async Task Answer_AgainstARule_IsRefusedWithTheReason(string data, string answer, string says)
    {
        var talk = NodeBench.Start(new TestWorld(), "collect_data", Json(data));
        await talk.SayAsync("merhaba");

        var outcome = await talk.SayAsync(answer);

        Assert.Equal(ConversationStatus.Waiting, outcome.Status);
        Assert.Equal(says, Assert.Single(outcome.Messages).Content);
        Assert.Equal(1, talk.State.Walk!.Attempts);
    }

    [Fact]
    public async Task Question_WithChoices_OffersThemInTheConversationsLanguage()
    {
        var data = Json("""{ "data_type": "choice", "choices": [{ "value": "r", "label": { "tr": "Kırmızı", "en": "Red" } }] }""");
        var talk = NodeBench.Start(new TestWorld(), "collect_data", data);
        talk.Language = "en";

        var message = Assert.Single((await talk.SayAsync("hello")).Messages);

        Assert.Equal(MessageKind.Question, message.Kind);
        Assert.Equal(["Red"], message.QuickReplies);
    }

    [Theory]
    [InlineData("gave_up", "\"none\"")]
    [InlineData("timeout", "\"none\"")]
    public async Task Default_WithoutAnAnswer_IsStored(string port, string expected)
    {
        var talk = NodeBench.Start(new TestWorld(), "collect_data", Json("""{ "data_type": "integer", "default": "none", "max_attempts": 1, "timeout_minutes": 5 }"""));
        await talk.SayAsync("merhaba");
        Assert.Equal(talk.World.Clock.GetUtcNow().AddMinutes(5), talk.State.Walk!.ExpiresAt);

        var outcome = port == "timeout" ? await talk.TimeOutAsync() : await talk.SayAsync("x");

        Assert.Equal(port, outcome.Trace[0].PortName);
        Assert.Equal(expected, talk.State.Vars["integer"].ToJson());
    }

    [Fact]
    public async Task GivingUp_WithoutADefault_SetsNothing()
    {
        var talk = NodeBench.Start(new TestWorld(), "collect_data", Json("""{ "data_type": "integer", "max_attempts": 1 }"""));
        await talk.SayAsync("merhaba");
        await talk.SayAsync("x");

        Assert.DoesNotContain("integer", talk.State.Vars.Keys);
    }

    [Fact]
    public async Task SecondQuestionOfATurn_AsksAndDoesNotTakeTheMessage()
    {
        var talk = NodeBench.Start(new TestWorld(), "collect_data", Json("""{ "data_type": "integer", "context_key": "a" }"""), unconnected: ["success"],
            add: flow => flow.Node("second", "collect_data", Json("""{ "data_type": "integer", "context_key": "b" }"""), 3)
                .Connect("node", 1, "second").Node("last", "end", outputs: 0).Connect("second", 1, "last"));
        await talk.SayAsync("merhaba");

        var outcome = await talk.SayAsync("5");

        Assert.Equal("second", outcome.WaitingNodeId);
        Assert.DoesNotContain("b", talk.State.Vars.Keys);
    }

    [Theory]
    [InlineData("""{ "data_type": "choice" }""", "/choices")]
    [InlineData("""{ "data_type": "choice", "choices": ["a", "a"] }""", "/choices/1")]
    [InlineData("""{ "data_type": "number", "min": 3, "max": 2 }""", "/max")]
    [InlineData("""{ "data_type": "date", "min": "soon" }""", "/min")]
    [InlineData("""{ "validation_regex": "(a)\\1" }""", "/validation_regex")]
    [InlineData("""{ "validation_regex": "(" }""", "/validation_regex")]
    [InlineData("""{ "context_key": "message" }""", "/context_key")]
    [InlineData("""{ "context_key": "a.b" }""", "/context_key")]
    [InlineData("""{ "data_type": "colour" }""", "/data_type")]
    [InlineData("""{ "max_attempts": 0 }""", "/max_attempts")]
    [InlineData("""{ "choices": [null] , "data_type": "choice" }""", "/choices/0")]
    public void Configuration_WithAFault_NamesItsPlace(string data, string pointer)
    {
        var type = new TestWorld().Registry.Find("collect_data")!;

        var bound = ConfigurationBinder.Bind(type.ConfigurationType, System.Text.Json.JsonSerializer.SerializeToElement(Json(data)));

        Assert.False(bound.IsValid);
        Assert.Contains(bound.Faults, fault => fault.IsError && fault.Pointer == pointer);
    }

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString();
}
