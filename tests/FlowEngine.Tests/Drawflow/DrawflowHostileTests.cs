using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

public sealed class DrawflowHostileTests
{
    [Theory]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public void Read_DeepNesting_IsRefusedByName(int depth)
    {
        var data = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

        AssertRefused(DocumentProblemCode.TooDeep, DocumentText.Home(DocumentText.Map(("1", DocumentText.Node("1", data: data)))));
    }

    [Fact]
    public void Read_DepthAtTheLimit_IsReadAndRepaired()
    {
        // Five objects stand around the data.
        var levels = DrawflowLimits.Default.MaxDepth - 6;
        var data = """{"a":""" + new string('[', levels) + new string(']', levels) + "}";
        var json = DocumentText.Home(DocumentText.Map(("1", DocumentText.Node("1", data: data, innerId: "2"))));

        var reading = DrawflowReader.Read(json);

        Assert.Equal(json, reading.Document!.ToJson());
        Assert.Empty(DrawflowReader.Read(DrawflowRepair.Repair(reading.Document).Document.ToJson()).Problems);
        AssertRefused(DocumentProblemCode.TooDeep, json.Replace("[]", "[[]]", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_MoreBytesThanAllowed_IsRefused()
    {
        AssertRefused(DocumentProblemCode.TooLarge, new string(' ', 10 * 1024 * 1024) + "{}");
        AssertRefused(DocumentProblemCode.TooLarge, "\"" + new string('ğ', 6 * 1024 * 1024) + "\"");
    }

    [Fact]
    public async Task ReadAsync_EndlessStream_StopsAtTheLimit()
    {
        using var stream = new EndlessStream();

        var reading = await DrawflowReader.ReadAsync(stream, new DrawflowLimits { MaxBytes = 100_000 }, CancellationToken.None);

        Assert.Equal(DocumentProblemCode.TooLarge, Assert.Single(reading.Problems).Code);
        Assert.True(stream.Given < 1_000_000);
    }

    [Fact]
    public void Read_TenMegabytesOfNumbers_IsRefusedByTheirCount() =>
        AssertRefused(DocumentProblemCode.TooManyValues, "[" + string.Concat(Enumerable.Repeat("0,", 5_000_000)) + "0]");

    [Fact]
    public void Read_HundredThousandNodes_IsRefused()
    {
        var nodes = string.Join(',', Enumerable.Range(1, 100_000).Select(i => $$$"""{"id":{{{i}}},"inputs":{}}"""));

        AssertRefused(DocumentProblemCode.TooManyNodes, $"[{nodes}]");
    }

    [Fact]
    public void Read_LongText_IsRefused() =>
        AssertRefused(DocumentProblemCode.TextTooLong, DocumentText.Home(DocumentText.Map(("1", DocumentText.Node("1", data: "\"" + new string('x', 1024 * 1024 + 1) + "\"")))));

    [Fact]
    public void Read_LongName_IsRefused() =>
        AssertRefused(DocumentProblemCode.TextTooLong, "{\"" + new string('x', 1025) + "\":{}}");

    [Fact]
    public void Read_ManyProblems_ListsSomeAndSaysSo()
    {
        var records = Enumerable.Repeat(("\"9\"", "input_1"), 5000).ToArray();

        var reading = DrawflowReader.Read(DocumentText.Home(DocumentText.Map(("1", DocumentText.Node("1", outputs: DocumentText.Port("output_1", records))))));

        Assert.Equal(501, reading.Problems.Count);
        Assert.Equal((DocumentProblemCode.MoreProblems, true), (reading.Problems[^1].Code, reading.Problems[^1].IsError));
        Assert.Contains("4500", reading.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"drawflow":{"Home":{"data":{"1":{"a":"x\u0000y"}}}}}""", "/drawflow/Home/data/1/a")]
    [InlineData("""{"drawflow":{"\u0000":{}}}""", "/drawflow")]
    public void Read_NulCharacter_IsRefused(string json, string pointer)
    {
        var problem = AssertRefused(DocumentProblemCode.NulCharacter, json);

        Assert.StartsWith(pointer, problem.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EscapedBackslashBeforeU0000_IsNoNul() =>
        Assert.NotNull(DrawflowReader.Read(DocumentText.Home(DocumentText.Map(("1", DocumentText.Node("1", data: """{"a":"\\u0000"}"""))))).Document);

    [Theory]
    [InlineData("""{"drawflow":{"Home":{"data":[1,{"a":[{}, {"x/y":1,"b":0,"x\u002fy":2}]}]}}}""", "/drawflow/Home/data/1/a/1/x~1y")]
    [InlineData("""{"drawflow":{},"drawflow":{}}""", "/drawflow")]
    public void Read_DuplicateName_IsRefusedWithItsPlace(string json, string pointer)
    {
        var problem = AssertRefused(DocumentProblemCode.DuplicateName, json);

        Assert.Equal(pointer, problem.Pointer);
    }

    [Fact]
    public void Read_HalfCharacters_AreRefused()
    {
        AssertRefused(DocumentProblemCode.InvalidText, """{"drawflow":{"Home":{"data":{"1":{"a":"\ud800"}}}}}""");
        AssertRefused(DocumentProblemCode.InvalidText, "{\"drawflow\":\"\ud83d\"}");
        Assert.Equal(
            DocumentProblemCode.InvalidText,
            Assert.Single(DrawflowReader.Read(new byte[] { (byte)'"', 0xC3, (byte)'"' }).Problems).Code);
    }

    [Fact]
    public void Read_LongModuleName_IsAnErrorAndNotRead()
    {
        var reading = DrawflowReader.Read("{\"drawflow\":{\"Home\":{\"data\":{}},\"" + new string('m', 101) + "\":{\"data\":" + DocumentText.TwoNodes + "}}}");

        Assert.Equal(DocumentProblemCode.UnreadableModule, Assert.Single(reading.Problems).Code);
        Assert.Empty(reading.Document!.Nodes);
    }

    [Fact]
    public void Read_ManyPortsAndConnections_IsRead()
    {
        const int ports = 2000;
        var outputs = "{" + string.Join(',', Enumerable.Range(1, ports).Select(i =>
            $$""" "output_{{i}}":{"connections":[{"node":"1","output":"input_{{i}}"}]}""")) + "}";
        var inputs = "{" + string.Join(',', Enumerable.Range(1, ports).Select(i =>
            $$""" "input_{{i}}":{"connections":[{"node":"1","input":"output_{{i}}"}]}""")) + "}";

        var reading = DrawflowReader.Read(DocumentText.Home(DocumentText.Map(("1", DocumentText.Node("1", inputs, outputs)))));

        Assert.Equal(ports, reading.Document!.Home!.ConfirmedEdges.Count);
    }

    private static DocumentProblem AssertRefused(DocumentProblemCode code, string json)
    {
        var reading = DrawflowReader.Read(json);

        Assert.Null(reading.Document);
        Assert.Equal(DrawflowVariant.Refused, reading.Variant);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((code, true), (problem.Code, problem.IsError));
        return problem;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
