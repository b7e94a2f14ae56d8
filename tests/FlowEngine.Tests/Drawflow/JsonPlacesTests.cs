using System.Text;
using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

public sealed class JsonPlacesTests
{
    private const string Json = "{\n  \"a\": { \"ğ/x\": [1,\r\n    {\"b\": \"ü\", \"c\": 2}]\n  }\n}";

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("/a", 2, 3)]
    [InlineData("/a/ğ~1x", 2, 10)]
    [InlineData("/a/ğ~1x/0", 2, 18)]
    [InlineData("/a/ğ~1x/1", 3, 5)]
    [InlineData("/a/ğ~1x/1/c", 3, 16)]
    [InlineData("/a/ğ~1x/1/missing/deeper", 3, 5)]
    [InlineData("/nowhere", 1, 1)]
    public void Find_APointer_GivesItsLineAndColumn(string pointer, int line, int column)
    {
        foreach (var json in new[] { Json, "\uFEFF" + Json })
        {
            Assert.Equal(new(line, column), JsonPlaces.Find(Encoding.UTF8.GetBytes(json), [pointer])[pointer]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("[1,")]
    public void Find_InWhatIsNoJson_GivesNothingOrWhatCameBefore(string json) =>
        Assert.All(JsonPlaces.Find(Encoding.UTF8.GetBytes(json), ["/1/x"]).Values, place => Assert.Equal(new(1, 1), place));

    [Fact]
    public void Find_InADeepAndWideText_AllocatesForWhatIsWantedAlone()
    {
        var wide = "{\"x\":" + new string('[', 50_000) + new string(']', 50_000) + ",\"list\":[" + string.Join(',', Enumerable.Repeat("{\"name\":1}", 50_000)) + "],\"y\":1}";
        var bytes = Encoding.UTF8.GetBytes(wide);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var places = JsonPlaces.Find(bytes, ["/y"]);

        Assert.Equal(wide.LastIndexOf("\"y\"", StringComparison.Ordinal) + 1, places["/y"].Column);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12_000_000);
    }
}
