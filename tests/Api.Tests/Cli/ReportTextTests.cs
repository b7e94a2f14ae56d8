using System.Globalization;
using System.Text;
using FlowEngine.Cli;
using FlowEngine.Comparing.Reporting;

namespace FlowEngine.Api.Tests.Cli;

public sealed class ReportTextTests
{
    private const string LongText = "İade nasıl yapılır, kargo ücretini kim öder ve ürünü kaç gün içinde geri göndermem gerekir acaba?";

    [Fact]
    public void Layout_Table_AlignsTextLeftAndNumbersRight() => Assert.Equal(
        """
        Results
          intent        count   share
          iade çığışöü     12  50.0 %
          kargo 😀      1,234   5.0 %
          é                -1       -
          of all turns



        """.ReplaceLineEndings("\n"),
        ReportText.Layout(
            [
                new ReportTable("Results", ["intent", "count", "share"], [["iade çığışöü", "12", "50.0 %"], ["kargo 😀", "1,234", "5.0 %"], ["e\u0301", "-1", "-"]])
                {
                    Note = "of all turns",
                },
                new ReportParagraph(""),
            ],
            100).Normalize());

    [Fact]
    public void Layout_TableWithoutRows_SaysSo() =>
        Assert.Equal("Results\n  none\n\n", ReportText.Layout([new ReportTable("Results", ["intent"], [])], 100));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(100)]
    public void Layout_WidthOfATerminal_NoLineIsWiderAndNothingIsLost(int width)
    {
        string[] cells = ["intent", "for example", "share", "kargo", LongText, "5.0 %", "iade", "https://shop.example/" + new string('x', 120) + "😀😀end", "7.0 %"];

        var text = ReportText.Layout([new ReportParagraph(LongText, 2), new ReportTable("", cells[..3], [cells[3..6], cells[6..]])], width);

        Assert.All(text.Split('\n'), line => Assert.InRange(Columns(line), 0, width));
        Assert.Equal(Letters(LongText) + cells.Sum(Letters), Letters(text));
    }

    [Fact]
    public void Layout_ForAFileOrAProgram_NoLineIsBroken()
    {
        var text = ReportText.Layout(
            [new ReportParagraph(LongText, 2), new ReportTable("", ["intent", "for example"], [["kargo", $"{LongText} {LongText}"]])], ReportText.Unbroken);

        Assert.Equal(["  " + LongText, "  intent  for example", $"  kargo   {LongText} {LongText}", "", ""], text.Split('\n'));
    }

    [Fact]
    public void Layout_HostileTexts_HasNoControlCharactersAndNoMarkup()
    {
        var text = ReportText.Layout(
            [new ReportParagraph("a\u001b[2J\u202e\nb [red]c[/]"), new ReportTable("[bold]t[/]", ["c"], [["a\u001b]0;x\u0007\u2028b"]])], 100);

        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.Contains("a [2J  b [red]c[/]", text, StringComparison.Ordinal);
        Assert.Contains("[bold]t[/]", text, StringComparison.Ordinal);
    }

    private static int Letters(string text) => text.EnumerateRunes().Count(rune => Rune.IsLetter(rune));

    private static int Columns(string line) => StringInfo.ParseCombiningCharacters(line).Length + line.EnumerateRunes().Count(rune => rune.Value > 0xFFFF);
}
