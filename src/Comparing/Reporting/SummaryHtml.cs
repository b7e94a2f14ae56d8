using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting.Charts;

namespace FlowEngine.Comparing.Reporting;

/// <summary>The report as one page by itself: no script, nothing loaded, and a policy that would refuse both.</summary>
public static class SummaryHtml
{
    /// <param name="title">Such as the tenant's name.</param>
    /// <param name="answers">By id of a cause's example, what both engines said, masked; one that is not there is not shown.</param>
    public static string Write(
        Summary summary, string title, GateEvaluation? gate = null, IReadOnlyDictionary<string, AnswerPair>? answers = null)
    {
        var page = new Markup();
        page.Literal("<!DOCTYPE html>\n").Open("html", ("lang", "en")).Open("head").Empty("meta", ("charset", "utf-8"))
            .Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'"))
            .Element("title", $"{title}: V1 and V2 compared")
            .Open("style").Literal(ReportStyle.Css).Close("style").Close("head").Open("body").Open("main");
        Head(page, summary, title);
        if (gate is not null)
        {
            GateSection.Draw(page, gate);
        }

        for (var i = 0; i < summary.Modes.Count; i++)
        {
            ModeSection.Draw(page, summary.Modes[i], $"mode{i}");
        }

        CauseSection.Draw(page, summary, answers ?? new Dictionary<string, AnswerPair>());
        CountSection.Draw(page, summary);
        return page.Close("main").Close("body").Close("html").ToString();
    }

    private static void Head(Markup page, Summary summary, string title)
    {
        page.Element("h1", $"{title}: V1 and V2 compared");
        foreach (var mode in summary.Modes)
        {
            page.Element("p", (summary.Modes.Count > 1 ? $"{ModeSection.Title(mode.Mode)}: " : "") + Headline.Of(mode), ("class", "lead"));
        }

        page.Element("p", SummaryWords.Sample(summary) + $" Brackets are {FigureText.Share(summary.Confidence)} intervals over conversations; "
            + "rates weigh each turn by how it was sampled, counts do not.", ("class", "soft"));
        var notes = SummaryWords.Notes(summary).ToArray();
        if (notes.Length > 0)
        {
            page.Open("ul", ("class", "soft"));
            foreach (var note in notes)
            {
                page.Element("li", note);
            }

            page.Close("ul");
        }
    }
}
