using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

/// <summary>What was asked for as something personal stays marked, whatever its variable is called and wherever it is copied to.</summary>
public sealed class PersonalMarkTests
{
    [Theory]
    [InlineData("""{ "data_type": "phone", "context_key": "k1" }""", "0532 123 45 67", true)]
    [InlineData("""{ "data_type": "email", "context_key": "k1" }""", "a@b.example", true)]
    [InlineData("""{ "context_key": "customer_name" }""", "Ayşe", true)]
    [InlineData("""{ "context_key": "k1", "prompt": { "tr": "Adınız nedir?", "en": "Hello?" } }""", "Ayşe", true)]
    [InlineData("""{ "context_key": "k1", "prompt": { "tr": "Kim?", "en": "What is your name?" } }""", "Ayşe", true)]
    [InlineData("""{ "data_type": "date", "context_key": "dogum_tarihi" }""", "01.02.1990", true)]
    [InlineData("""{ "context_key": "k1", "prompt": "Ürün adı nedir?" }""", "EP-1500", false)]
    [InlineData("""{ "data_type": "yes_no", "context_key": "phone_ok" }""", "evet", false)]
    [InlineData("""{ "data_type": "integer", "context_key": "adet" }""", "12", false)]
    public async Task Answer_AskedForAsPersonal_IsMarked(string data, string answer, bool expected)
    {
        var talk = NodeBench.Start(new TestWorld(), "collect_data", Json(data));
        await talk.SayAsync("merhaba");

        var outcome = await talk.SayAsync(answer);

        Assert.Equal(expected, Assert.Single(outcome.Trace[0].Sets).IsPersonal);
        Assert.Equal(expected, talk.State.Personal is { Count: 1 });
    }

    [Fact]
    public async Task Copy_OfAMarkedVariable_IsMarkedInLaterTurnsToo()
    {
        var flow = new DrawflowBuilder()
            .Node("1", "collect_data", Json("""{ "data_type": "phone", "context_key": "k1" }"""), 3)
            .Node("2", "set_variable", Json("""
                { "assignments": [
                  { "name": "k2", "value": "{{k1}}" }, { "name": "k3", "value": "Ara: {{k1 | upper}}" }, { "name": "k4", "value": "none" }, { "name": "walk.k5", "value": "{{k1}}" },
                  { "name": "k6", "value": "{{message}}" } ] }
                """))
            .Node("3", "collect_data", Json("""{ "context_key": "city", "prompt": "Şehir?" }"""), 3)
            .Node("4", "set_variable", Json("""{ "assignments": [{ "name": "k7", "value": { "a": ["{{k3}}"] } }, { "name": "k2", "value": "none" }, { "name": "k8", "op": "append", "value": "{{walk.k5}}" }] }"""))
            .Node("5", "end", outputs: 0)
            .Connect("1", 1, "2").Connect("2", 1, "3").Connect("3", 1, "4").Connect("4", 1, "5")
            .Build();
        var talk = new TestConversation(new TestWorld(), flow, "1");
        await talk.SayAsync("merhaba");
        await talk.SayAsync("0532 123 45 67");
        Assert.Equal(["k1", "k2", "k3"], talk.State.Personal);
        Assert.Equal(["k5"], talk.State.Walk!.Frames[0].Personal);

        await talk.SayAsync("Ankara");

        Assert.Equal(["k1", "k3", "k7", "k8"], talk.State.Personal);
    }

    [Fact]
    public async Task Sum_WithAMarkedVariable_StaysMarked()
    {
        var flow = new DrawflowBuilder()
            .Node("1", "collect_data", Json("""{ "data_type": "integer", "context_key": "dogum_yili" }"""), 3)
            .Node("2", "set_variable", Json("""
                { "assignments": [
                  { "name": "dogum_yili", "op": "add", "value": 18 }, { "name": "k2", "op": "add", "value": "{{dogum_yili}}" }, { "name": "k3", "op": "add", "value": 1 },
                  { "name": "k4", "value": "{{walk.products.0.name}} {{walk.category.name}}" }, { "name": "k5", "value": "{{walk.customer.0.name}}" } ] }
                """))
            .Node("3", "end", outputs: 0)
            .Connect("1", 1, "2").Connect("2", 1, "3")
            .Build();
        var talk = new TestConversation(new TestWorld(), flow, "1");
        await talk.SayAsync("merhaba");

        await talk.SayAsync("1990");

        Assert.Equal(["dogum_yili", "k2", "k5"], talk.State.Personal);
        Assert.Equal("2008", talk.State.Vars["dogum_yili"].ToString());
    }

    [Fact]
    public async Task Input_AndOutput_OfASubFlow_CarryTheMark()
    {
        var flow = new DrawflowBuilder()
            .Node("1", "collect_data", Json("""{ "data_type": "email", "context_key": "k1" }"""), 3)
            .Node("2", "sub_flow", Json("""{ "flow": "#Inner", "inputs": { "given": "{{k1}}", "plain": "x" }, "outputs": { "kept": "back", "customer_name": "x7" } }"""), 2)
            .Node("3", "set_variable", Json("""{ "assignments": [{ "name": "k9", "value": "{{walk.back}}" }, { "name": "k10", "value": "{{walk.x7}}" }] }"""))
            .Node("4", "end", outputs: 0)
            .Connect("1", 1, "2").Connect("2", 1, "3").Connect("3", 1, "4")
            .Module("Inner")
            .Node("5", "set_variable", Json("""{ "scope": "walk", "assignments": [{ "name": "kept", "value": "{{given}}" }, { "name": "customer_name", "value": "Ayşe" }] }"""))
            .Node("6", "end", outputs: 0)
            .Connect("5", 1, "6")
            .Build();
        var talk = new TestConversation(new TestWorld(), flow, "1");
        await talk.SayAsync("merhaba");

        await talk.SayAsync("a@b.example");

        Assert.Equal(["k1", "k10", "k9"], talk.State.Personal);
    }

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
