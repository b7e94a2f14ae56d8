using System.Collections.Immutable;
using FlowEngine.Comparing.Observations;
using FlowEngine.Conversations;
using FlowEngine.Text.Personal;

namespace FlowEngine.Comparing.Tests.Observations;

public sealed class ObserverTests
{
    private static readonly TurnInput s_input = new()
    {
        Tenant = new TenantProfile { Key = new TenantKey(1, "main"), Slug = "demo", Name = "Demo", Languages = ["tr"] },
        ConversationId = Guid.Parse("11111111-1111-1111-1111-111111111111"),
        TurnId = Guid.Parse("22222222-2222-2222-2222-222222222222"),
        Seq = 2,
        Now = DateTimeOffset.UnixEpoch,
        SessionId = "s",
        Message = "fiyat?",
        Language = "tr",
        State = new ConversationState { Vars = Vars(("name", "Ayşe"), ("city", "Ankara"), ("gone", "x")) },
    };

    private static readonly TurnOutcome s_outcome = new()
    {
        Messages =
        [
            new Message { Id = "u", Role = MessageRole.User, Content = "fiyat?" },
            new Message
            {
                Id = "a",
                Role = MessageRole.Assistant,
                Content = "Ayşe, bize 0532 123 45 67 ya da a@b.example ile ulaşın.",
                Links = [new Link("EP", "https://shop.example/ep")],
                QuickReplies = ["Evet"],
                Products = [new Product { Id = 5, Sku = "s", Slug = "ep", Name = "EP-1500", CategorySlug = "c", Price = 10.5m, Currency = "TRY" }],
                Cards = [new Card("Başlık", "Metin", null, "https://shop.example/kart")],
            },
        ],
        State = new ConversationState { Vars = Vars(("name", "Ayşe"), ("city", "İzmir"), ("email", "a@b.example")) },
        Status = ConversationStatus.Ended,
        Language = "tr",
        Flow = new FlowVersionRef(7, "shop", 3),
        Trace = [new TraceStep(new TracedNode("1", "ai_response", "shop", ["output_1"]), 0, 10, ImmutableArray<Assignment>.Empty, null)],
        Usage = new ModelUsage("small", 10, 20, new ModelCost(0.01m, "USD", "2026")) { CachedTokens = 4, Parameters = new(0.2, null) },
        PromptHash = "abc",
        Effects = [new EffectIntent(EffectKind.Stored, "lead", "9", "key", Value.Object(("email", Value.Of("a@b.example"))))],
        OutsideAnswers = [new OutsideAnswer("model", "1", """{"text":"Ayşe, yaz: a@b.example"}""")],
    };

    [Fact]
    public void Of_Turn_HoldsWhatTheEngineDid()
    {
        var observation = Observer.Of(s_input, s_outcome, "v2", "shadow", 120, 30);

        Assert.Equal(("v2", "shadow", 7L, "ended", 120d, 30d), (observation.Engine, observation.Stage, observation.FlowVersionId!.Value, observation.Status, observation.TotalMs, observation.FirstTokenMs!.Value));
        Assert.Equal(["city", "email", "gone"], observation.Captured.Keys.Order());
        Assert.Equal(Value.Null, observation.Captured["gone"]);
        Assert.Equal(new ObservedStep("1", "ai_response", "output_1"), Assert.Single(observation.Path));
        Assert.Equal(new ObservedProduct(5, "EP-1500", 10.5m, "TRY"), Assert.Single(Assert.Single(observation.Messages).Products));
        Assert.Equal("Başlık\nMetin\nhttps://shop.example/kart", observation.Messages[0].CardText);
        Assert.Equal(("abc", """{"temperature":0.2}""", 4), (observation.PromptHash, observation.ModelParameters, observation.CachedTokens));
        Assert.Equal((10, 20, false, 0.01m), (observation.InputTokens, observation.OutputTokens, observation.IsUnpriced, observation.Cost!.Amount));
    }

    [Fact]
    public void InputHash_OfTheSameTurnForBothEngines_IsTheSame()
    {
        var v1 = Observer.Of(s_input with { State = ConversationState.Empty }, s_outcome, "v1", "shadow", 1);

        Assert.Equal(Observer.Of(s_input, s_outcome, "v2", "shadow", 2).InputHash, v1.InputHash);
        Assert.NotEqual(v1.InputHash, InputFingerprint.Of(s_input with { Message = "fiyat" }));
        Assert.NotEqual(v1.InputHash, InputFingerprint.Of(s_input with { Metadata = new Dictionary<string, string> { ["a"] = "b" } }));
    }

    [Fact]
    public void Json_WrittenAndRead_IsTheSame()
    {
        var json = ObservationJson.Write(Observer.Of(s_input, s_outcome, "v2", "shadow", 120, 30));

        Assert.Equal(json, ObservationJson.Write(ObservationJson.Read(json)!));
        Assert.Contains("Ayşe", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"engine":null}""")]
    public void Read_WhatIsNoObservation_IsNull(string json) => Assert.Null(ObservationJson.Read(json));

    [Fact]
    public void Clean_Observation_HoldsNothingPersonal()
    {
        var observation = Observer.Of(s_input, s_outcome, "v2", "shadow", 120);
        var cleaned = ObservationMask.Clean(observation, s_input.State.Vars);
        var json = ObservationJson.Write(cleaned);

        Assert.All(new[] { "Ayşe", "a@b.example", "123 45 67" }, text => Assert.DoesNotContain(text, json, StringComparison.Ordinal));
        Assert.Equal("***, bize [phone] ya da *** ile ulaşın.", cleaned.Messages[0].Content);
        Assert.Equal(Value.Of("İzmir"), cleaned.Captured["city"]);
        Assert.Equal(Value.Of("***"), cleaned.Captured["email"]);
        Assert.Equal(json, ObservationJson.Write(ObservationMask.Clean(cleaned, s_input.State.Vars)));
    }

    [Theory]
    [InlineData("Kartım 4111 1111 1111 1111", "Kartım [card]")]
    [InlineData("TR33 0006 1005 1978 6457 8413 26", "[iban]")]
    [InlineData("444 12 34 ya da (212) 555 12 12", "[phone] ya da [phone]")]
    [InlineData("10.000 20.000 05.03.2026 2026-03-15 12:00", "10.000 20.000 05.03.2026 2026-03-15 12:00")]
    [InlineData("EP-1500 500.000 TL, 15.03.2026", "EP-1500 500.000 TL, 15.03.2026")]
    public void Clean_Text_TakesOutNumbersOfPersonsOnly(string text, string expected) => Assert.Equal(expected, PersonalText.Clean(text));

    private static Dictionary<string, Value> Vars(params (string Name, string Value)[] vars) =>
        vars.ToDictionary(pair => pair.Name, pair => Value.Of(pair.Value));
}
