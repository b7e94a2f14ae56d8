using System.Xml.Linq;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Tests.Reporting;

public sealed class SummaryHtmlTests
{
    private const string Hostile = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u0000\u001b[31m\u202e\ud800";

    private static readonly BootstrapOptions s_few = new(400);

    private static readonly GateFile s_gate = new()
    {
        Version = 1,
        Name = "to live",
        MinConversations = 100,
        Resamples = 400,
        MaxExcessMismatch = 0.05,
        MaxBlockingCount = 0,
        MaxP95Ratio = 1.5,
        MaxErrorRateDifference = 0.01,
    };

    [Fact]
    public void Write_OfAMonth_IsOnePageWithTitledChartsAndTheirTables()
    {
        var turns = SampleTraffic.Draw();
        var html = SummaryHtml.Write(Summarizer.Of(turns, s_few), "Demo shop", GateEvaluator.Evaluate(s_gate, new(turns)));
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

        var charts = page.Descendants().Where(element => element.Name.LocalName == "svg").ToArray();
        Assert.True(charts.Length >= 8);
        Assert.All(charts, chart => Assert.False(string.IsNullOrWhiteSpace(chart.Elements().First(child => child.Name.LocalName == "title").Value)));
        Assert.All(
            page.Descendants("figure").Where(figure => figure.Descendants().Any(element => element.Name.LocalName == "svg")),
            figure => Assert.Single(figure.Descendants("table")));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Write_Always_LoadsNothingAndRunsNothing()
    {
        var html = SummaryHtml.Write(Summarizer.Of(SampleTraffic.Draw(60), s_few), "Demo shop");

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Write_OfHostileTexts_ShowsThemAsText()
    {
        var turns = SampleTraffic.Draw(60).Select(turn => turn with
        {
            Id = turn.Id + Hostile,
            Stage = Hostile,
            Cluster = turn.Cluster is null ? null : Hostile,
            DecidedBy = Hostile,
            Mode = Hostile,
            Currency = Hostile,
            Skipped = turn.Skipped is null ? null : Hostile,
            Candidate = turn.Candidate + Hostile,
        });

        var html = SummaryHtml.Write(Summarizer.Of(turns, s_few), Hostile, new() { Status = GateStatus.Refused, Name = Hostile, Errors = [Hostile] });

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u0000', html);
        Assert.DoesNotContain('\u202e', html);
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Contains("</title><script>alert(1)</script>", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfIntervals_DrawsNoLineThroughALabel()
    {
        var html = SummaryHtml.Write(Summarizer.Of(SampleTraffic.Draw(200), s_few), "Demo shop");
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var charts = page.Descendants().Where(element => element.Name.LocalName == "svg" && element.Attribute("aria-labelledby")!.Value.Contains("-rates", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(charts);
        foreach (var chart in charts)
        {
            var labels = chart.Elements().Where(element => element.Attribute("class")?.Value is "label halo" or "value halo").Select(label => Number(label, "y")).ToArray();
            var lines = chart.Elements().Where(element => element.Name.LocalName == "line").ToArray();
            Assert.Contains(lines, line => line.Attribute("class")!.Value == "zero");
            Assert.All(lines, line => Assert.DoesNotContain(labels, y => Number(line, "y1") < y + 3 && Number(line, "y2") > y - 11));
        }
    }

    [Fact]
    public void Write_OfCauses_SaysThemInWordsWithWhatBothSaid()
    {
        var turns = SampleTraffic.Draw(60).Select(turn => turn.Cluster is null ? turn : turn with { Cluster = "products:10:entities.prices:changed" });
        var summary = Summarizer.Of(turns, s_few);
        var cause = Assert.Single(summary.Causes);

        var html = SummaryHtml.Write(
            summary, "Demo shop", null, new Dictionary<string, AnswerPair> { [cause.ExampleId] = new(["It costs <b>5</b>."], ["It costs 6."]) });

        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var card = Assert.Single(page.Descendants("article"));
        Assert.Equal("The models were given different products, at node 10; seen in: prices of products.", card.Element("h3")!.Value);
        Assert.Equal(["It costs <b>5</b>.", "It costs 6."], card.Descendants("p").Where(text => text.Attribute("class")?.Value == "said").Select(text => text.Value));
    }

    [Fact]
    public void Write_OfAModelWithoutAPrice_BeginsWithWhatWasFound()
    {
        var html = SummaryHtml.Write(Summarizer.Of(SampleTraffic.Draw(60).Select(turn => turn with { Unpriced = true, UnpricedModel = "sonnet-9" }), s_few), "Demo shop");
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

        Assert.DoesNotContain(page.Descendants(), element => element.Attribute("class")?.Value.Contains("verdict failed", StringComparison.Ordinal) == true);
        var parts = page.Descendants("main").Single().Elements().ToArray();
        Assert.Equal(("h1", "lead"), (parts[0].Name.LocalName, parts[1].Attribute("class")!.Value));
        Assert.Contains("sonnet-9", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfTables_NamesEachCellsColumnForNarrowScreens()
    {
        var html = SummaryHtml.Write(Summarizer.Of(SampleTraffic.Draw(60), s_few), "Demo shop");
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

        Assert.All(page.Descendants("table"), table => Assert.All(
            table.Descendants("tr").Where(row => row.Elements("td").Any()),
            row => Assert.Equal(table.Descendants("th").Select(column => column.Value), row.Elements("td").Select(cell => cell.Attribute("data-label")!.Value))));
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Write_OfNothing_SaysSo() => Assert.Contains("0 comparisons of 0 conversations", SummaryHtml.Write(Summarizer.Of([]), "Empty"), StringComparison.Ordinal);
}
