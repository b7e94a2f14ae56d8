using FlowEngine.Comparing.Gates;
using FsCheck.Fluent;

namespace FlowEngine.Comparing.Tests.Gates;

public sealed class GateReaderTests
{
    private const string Whole = """
        {
          "version": 1,
          "name": "to live",
          "minConversations": 300,
          "confidence": 0.9,
          "from": "2026-01-01T00:00:00Z",
          "to": "2026-02-01T00:00:00Z",
          "maxExcessMismatch": 0.03,
          "maxP95Ratio": 1.5
        }
        """;

    [Fact]
    public void Read_OfAWholeFile_GivesTheGate()
    {
        var reading = GateReader.Read(Whole);

        Assert.Empty(reading.Faults);
        Assert.Equal(
            new GateFile
            {
                Version = 1,
                Name = "to live",
                MinConversations = 300,
                Confidence = 0.9,
                From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                To = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
                MaxExcessMismatch = 0.03,
                MaxP95Ratio = 1.5,
            },
            reading.Gate);
    }

    [Fact]
    public void Read_OfTheGatesThatComeWithIt_FindsNoFault()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "gates"), "*.json");

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(GateReader.Read(File.ReadAllText(file)).Faults));
    }

    [Fact]
    public void Read_OfSeveralFaults_NamesAllWithTheirPlaces()
    {
        var reading = GateReader.Read("""
            {
              "version": 1,
              "minConversations": "300",
              "maxExcesMismatch": 0.03, "maxP95Ratio": -2,
              "mode": "resnyc", "ığ": 1,
              "maxBlocking": 0.1, "maxBlocking": 0.2
            }
            """);

        Assert.Null(reading.Gate);
        Assert.Equal(
            [(3, 23, "minConversations"), (4, 3, "maxExcesMismatch"), (4, 44, "maxP95Ratio"), (5, 11, "mode"), (5, 21, "ığ"), (6, 23, "maxBlocking")],
            reading.Faults.Select(fault => (fault.Line, fault.Column, fault.Field)));
        Assert.Equal("Did you mean 'maxExcessMismatch'?", reading.Faults[1].Fix);
        Assert.Contains("is -2", reading.Faults[2].Message, StringComparison.Ordinal);
        Assert.Contains("one of resync, free", reading.Faults[3].Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "version": 2, "minConversations": 100, "maxBlocking": 0 }""", "version")]
    [InlineData("""{ "minConversations": 100, "maxBlocking": 0 }""", "version")]
    [InlineData("""{ "version": 1, "maxBlocking": 0 }""", "minConversations")]
    [InlineData("""{ "version": 1, "minConversations": 100 }""", "")]
    [InlineData("""{ "version": 1, "minConversations": 100.5, "maxBlocking": 0 }""", "minConversations")]
    [InlineData("""{ "version": 1, "minConversations": 100, "confidence": 95, "maxBlocking": 0 }""", "confidence")]
    [InlineData("""{ "version": 1, "minConversations": 100, "maxBlocking": null }""", "maxBlocking")]
    [InlineData("""{ "version": 1, "minConversations": 100, "maxBlocking": 1e999 }""", "maxBlocking")]
    [InlineData("""{ "version": 1, "minConversations": 100, "maxBlocking": 0, "from": "2026-01-01" }""", "from")]
    [InlineData("""{ "version": 1, "minConversations": 100, "maxBlocking": 0, "from": "2026-02-01T00:00:00Z", "to": "2026-01-01T00:00:00Z" }""", "to")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    [InlineData("""{ "version": 1, } """, "")]
    [InlineData("""{ "version": 1 } x""", "")]
    public void Read_OfAFault_NamesTheField(string text, string field)
    {
        var reading = GateReader.Read(text);

        Assert.Null(reading.Gate);
        Assert.Contains(reading.Faults, fault => fault.Field == field);
    }

    [Fact]
    public void Read_OfBrokenJson_SaysWhereAndKeepsWhatWasFoundBefore()
    {
        var reading = GateReader.Read("{\n  \"maxBlokcing\": 0,\n  \"version\": }");

        Assert.Equal([(2, "maxBlokcing"), (3, "")], reading.Faults.Select(fault => (fault.Line, fault.Field)));
    }

    [Fact]
    public void Read_OfAnyText_NeverThrowsAndGivesAGateOrFaults()
    {
        var texts = Gen.Elements('{', '}', '[', ']', '"', ':', ',', '1', '0', 'e', '.', ' ', '\\', 'u', '\ud800', 'm', '\n').ArrayOf().Select(characters => new string(characters));
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var inField = GateReader.Read($"{{\"version\": {text}, \"{text}\": 1}}");
            return GateReader.Read(text).Faults.Count > 0 && inField.Gate is null == inField.Faults.Count > 0;
        }));
    }
}
