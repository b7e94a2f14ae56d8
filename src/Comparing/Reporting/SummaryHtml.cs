using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting.Charts;

namespace FlowEngine.Comparing.Reporting;

/// <summary>The report as one page by itself: no script, nothing loaded, and a policy that would refuse both.</summary>
public static class SummaryHtml
{
    /// <param name="title">Such as the tenant's name.</param>
    public static string Write(Summary summary, string title, GateEvaluation? gate = null)
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

        CountSection.Draw(page, summary);
        return page.Close("main").Close("body").Close("html").ToString();
    }

    private static void Head(Markup page, Summary summary, string title)
    {
        page.Element("h1", $"{title}: V1 and V2 compared");
        page.Element("p", $"{FigureText.Count(summary.Turns)} comparisons of {FigureText.Count(summary.Conversations)} conversations, "
            + $"{FigureText.Day(summary.From)} to {FigureText.Day(summary.To)}. Brackets are {FigureText.Share(summary.Confidence)} intervals over conversations; "
            + "rates weigh each turn by how it was sampled, counts do not.", ("class", "soft"));
        foreach (var fault in summary.PriceFaults)
        {
            page.Open("p", ("class", "card verdict failed")).Text(fault).Close("p");
        }

        if (summary.ExpiredRules > 0)
        {
            page.Open("p", ("class", "card verdict failed"))
                .Text($"{FigureText.Count(summary.ExpiredRules)} comparisons would have been covered by an ignore rule that is expired.").Close("p");
        }
    }
}
