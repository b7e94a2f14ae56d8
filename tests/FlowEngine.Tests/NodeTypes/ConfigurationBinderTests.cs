using System.Text.Json;
using FlowEngine.NodeTypes;
using Xunit;

namespace FlowEngine.Tests.NodeTypes;

public sealed class ConfigurationBinderTests
{
    [Theory]
    [InlineData("\"limit\":7", "7")]
    [InlineData("\"limit\":\"7\"", "7")]
    [InlineData("\"limit\":\"\"", "3")]
    [InlineData("\"limit\":null", "3")]
    [InlineData("\"limit\":[]", "3")]
    public void Bind_Number_TakesWhatAnEditorWrites(string member, string limit) =>
        Assert.Equal(limit, $"{Good(member).Limit}");

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"on\"", true)]
    [InlineData("\"yes\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    [InlineData("\"off\"", false)]
    [InlineData("\"no\"", false)]
    [InlineData("\"0\"", false)]
    [InlineData("0", false)]
    [InlineData("\"\"", false)]
    public void Bind_Boolean_TakesWhatAnEditorWrites(string json, bool on) => Assert.Equal(on, Good($"\"is_on\":{json}").IsOn);

    [Fact]
    public void Bind_OtherMembers_TakeTheirLenientForms()
    {
        var bound = Good("""
            "big":"9000000000","share":"0.5","price":"12.50","kind":"very_fancy","free":{"a":[1]},"words":["a","",3],
            "items":[{"name":"n","level":"2"}],"one":{"name":5},"map":[]
            """);

        Assert.Equal((9_000_000_000, 0.5, 12.50m), (bound.Big, bound.Share, bound.Price));
        Assert.Equal(SampleKind.VeryFancy, bound.Kind);
        Assert.Equal("{\"a\":[1]}", bound.Free.ToJson());
        Assert.Equal(["a", "", "3"], bound.Words);
        Assert.Equal(2, bound.Items[0].Level);
        Assert.Equal("5", bound.One!.Name);
        Assert.Empty(bound.Map);
    }

    [Theory]
    [InlineData("{}", "/title")]
    [InlineData("[]", "/title")]
    [InlineData("{\"title\":\"\"}", "/title")]
    [InlineData("{\"title\":{}}", "/title")]
    [InlineData("{\"title\":\"x\",\"limit\":\"many\"}", "/limit")]
    [InlineData("{\"title\":\"x\",\"limit\":1.5}", "/limit")]
    [InlineData("{\"title\":\"x\",\"limit\":0}", "/limit")]
    [InlineData("{\"title\":\"x\",\"limit\":\"11\"}", "/limit")]
    [InlineData("{\"title\":\"x\",\"limit\":99999999999}", "/limit")]
    [InlineData("{\"title\":\"x\",\"price\":101}", "/price")]
    [InlineData("{\"title\":\"x\",\"is_on\":\"maybe\"}", "/is_on")]
    [InlineData("{\"title\":\"x\",\"is_on\":2}", "/is_on")]
    [InlineData("{\"title\":\"x\",\"kind\":\"ugly\"}", "/kind")]
    [InlineData("{\"title\":\"x\",\"kind\":1}", "/kind")]
    [InlineData("{\"title\":\"x\",\"words\":\"a\"}", "/words")]
    [InlineData("{\"title\":\"x\",\"words\":{\"0\":\"a\"}}", "/words")]
    [InlineData("{\"title\":\"x\",\"words\":[\"a\",{}]}", "/words/1")]
    [InlineData("{\"title\":\"x\",\"words\":[\"a\",null]}", "/words/1")]
    [InlineData("{\"title\":\"x\",\"items\":[{\"name\":\"n\"},{}]}", "/items/1/name")]
    [InlineData("{\"title\":\"x\",\"items\":[null]}", "/items/0")]
    [InlineData("{\"title\":\"x\",\"items\":[{\"name\":\"n\",\"level\":6}]}", "/items/0/level")]
    [InlineData("{\"title\":\"x\",\"one\":\"n\"}", "/one")]
    [InlineData("{\"title\":\"x\",\"one\":{\"name\":\"n\",\"level\":[1]}}", "/one/level")]
    [InlineData("{\"title\":\"x\",\"map\":{\"a\":[1]}}", "/map/a")]
    [InlineData("{\"title\":\"x\",\"map\":[1]}", "/map")]
    [InlineData("{\"title\":\"forbidden\"}", "/title")]
    [InlineData("{\"title\":\"x\",\"timeout_ms\":0}", "/timeout_ms")]
    [InlineData("{\"title\":\"x\",\"retry\":{\"attempts\":11}}", "/retry/attempts")]
    [InlineData("{\"title\":\"x\",\"on_error\":\"ignore\"}", "/on_error")]
    [InlineData("{\"title\":\"\\ud800\"}", "/title")]
    public void Bind_Fault_HasItsPlaceAndAFix(string json, string pointer)
    {
        var bound = Bind(json);

        Assert.False(bound.IsValid);
        var fault = Assert.Single(bound.Faults, fault => fault.IsError);
        Assert.Equal(pointer, fault.Pointer);
        Assert.NotEmpty(fault.Message);
        Assert.NotEmpty(fault.Fix);
    }

    [Fact]
    public void Bind_SeveralFaults_ReportsAll()
    {
        var bound = Bind("""{"limit":0,"is_on":"maybe","items":[{"level":9},{"name":"n","level":0}]}""");

        Assert.Equal(
            ["/title", "/limit", "/is_on", "/items/0/name", "/items/0/level", "/items/1/level"],
            bound.Faults.Select(fault => fault.Pointer).OrderBy(Order));

        static int Order(string pointer) =>
            Array.IndexOf(["/title", "/limit", "/is_on", "/items/0/name", "/items/0/level", "/items/1/level"], pointer);
    }

    [Fact]
    public void Bind_UnknownMember_IsAWarningWithASuggestion()
    {
        var bound = Bind("""{"title":"x","limmit":5,"entirely_else":1,"one":{"name":"n","lvel":2}}""");

        Assert.True(bound.IsValid);
        Assert.All(bound.Faults, fault => Assert.False(fault.IsError));
        Assert.Equal(["/entirely_else", "/limmit", "/one/lvel"], bound.Faults.Select(fault => fault.Pointer).Order(StringComparer.Ordinal));
        Assert.Contains(bound.Faults, fault => fault.Fix == "Did you mean 'limit'?");
        Assert.Contains(bound.Faults, fault => fault.Fix == "Did you mean 'level'?");
    }

    [Fact]
    public void Bind_CommonSettings_AreReadBesideTheNodesOwn()
    {
        var bound = Bind("""
            {"title":"x","label":"L","note":"N","timeout_ms":"500","retry":{"attempts":"3"},"on_error":"continue","default":{"a":1}}
            """);

        Assert.True(bound.IsValid);
        Assert.Empty(bound.Faults);
        Assert.Equal(("L", "N", 500, OnError.Continue), (bound.Settings.Label, bound.Settings.Note, bound.Settings.TimeoutMs, bound.Settings.OnError));
        Assert.Equal((3, 200), (bound.Settings.Retry!.Attempts, bound.Settings.Retry.BackoffMs));
        Assert.Equal(1, bound.Settings.Default["a"].Number);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void Bind_SomethingElseThanAnObject_CountsAsEmpty(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.True(ConfigurationBinder.Bind(typeof(NodeSettings), document.RootElement).IsValid);
    }

    private static SampleConfiguration Good(string members)
    {
        var bound = Bind($$"""{"title":"x",{{members}}}""");
        Assert.Empty(bound.Faults);
        return (SampleConfiguration)bound.Value!;
    }

    private static BoundConfiguration Bind(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ConfigurationBinder.Bind(typeof(SampleConfiguration), document.RootElement);
    }
}
