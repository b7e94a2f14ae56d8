using System.Text.Json;
using FlowEngine.Conversations;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class ValueTests
{
    [Theory]
    [InlineData("null", ValueKind.Null)]
    [InlineData("\"a\"", ValueKind.Text)]
    [InlineData("1.5", ValueKind.Number)]
    [InlineData("-79228162514264337593543950335", ValueKind.Number)]
    [InlineData("true", ValueKind.Boolean)]
    [InlineData("[1,\"a\",null]", ValueKind.List)]
    [InlineData("{\"a\":{\"b\":[]}}", ValueKind.Object)]
    public void Json_OfEveryKind_RoundTrips(string json, ValueKind kind)
    {
        var value = Read(json);

        Assert.Equal(kind, value.Kind);
        Assert.Equal(json, value.ToJson());
        Assert.Equal(json, JsonSerializer.Serialize(value));
    }

    [Fact]
    public void Json_NumberBeyondDecimal_IsKeptAsText() => Assert.Equal("1e400", Read("1e400").Text);

    [Fact]
    public void Json_OfAnyValue_RoundTripsToAnEqualValue() =>
        Prop.ForAll(Values.Any.ToArbitrary(), value => Read(value.ToJson()) == value && Read(value.ToJson()).GetHashCode() == value.GetHashCode())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("1", "1.00", true)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("true", "\"true\"", false)]
    [InlineData("null", "\"\"", false)]
    [InlineData("[1,2]", "[1,2.0]", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":null}", false)]
    [InlineData("[]", "{}", false)]
    public void Equality_GoesByContent(string left, string right, bool equal)
    {
        Assert.Equal(equal, Read(left) == Read(right));
        Assert.Equal(!equal, Read(left) != Read(right));
        Assert.True(!equal || Read(left).GetHashCode() == Read(right).GetHashCode());
    }

    [Theory]
    [InlineData("null", true)]
    [InlineData("\"\"", true)]
    [InlineData("[]", true)]
    [InlineData("{}", true)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("[null]", false)]
    public void IsEmpty_OfEveryKind_IsAsDocumented(string json, bool empty) => Assert.Equal(empty, Read(json).IsEmpty);

    [Theory]
    [InlineData("{\"a\":[{\"b\":7}]}", "a.0.b", "7")]
    [InlineData("{\"a\":[1,2]}", "a.count", "2")]
    [InlineData("{\"a\":[1]}", "a.1", "")]
    [InlineData("{\"a\":[1]}", "a.-1", "")]
    [InlineData("\"text\"", "length", "")]
    public void Index_ByPath_GivesTheValueOrNull(string json, string path, string shown) =>
        Assert.Equal(shown, path.Split('.').Aggregate(Read(json), (value, segment) => value[segment]).ToString());

    [Theory]
    [InlineData("\"12.5\"", "12.5")]
    [InlineData("\"12,5\"", null)]
    [InlineData("12.5", "12.5")]
    [InlineData("true", null)]
    public void Number_OfTextOrNumber_IsInvariant(string json, string? number) =>
        Assert.Equal(number, Read(json).Number?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("[1,\"a\",true]", "1, a, true")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("null", "")]
    public void ToString_OfEveryKind_IsWhatAPersonReads(string json, string shown) => Assert.Equal(shown, Read(json).ToString());

    private static Value Read(string json) => JsonSerializer.Deserialize<Value>(json);
}
