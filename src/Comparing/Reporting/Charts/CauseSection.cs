namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>Why the engines differ: each frequent cause in words, with what V1 and V2 said in its worst case.</summary>
internal static class CauseSection
{
    public static void Draw(Markup page, Summary summary, IReadOnlyDictionary<string, AnswerPair> answers)
    {
        if (summary.Causes.Count == 0)
        {
            return;
        }

        page.Element("h2", "Why they differ");
        page.Element("p", "The cause of a difference is the first thing in the order of a turn that was not the same for both engines.", ("class", "soft"));
        foreach (var cause in summary.Causes.Take(AnswerPair.MostCauses))
        {
            Draw(page, cause, answers.GetValueOrDefault(cause.ExampleId));
        }

        TableSection.Folded(page, CountTables.Causes(summary));
    }

    private static void Draw(Markup page, CauseCount cause, AnswerPair? answers)
    {
        var severity = cause.Severity.ToString().ToLowerInvariant();
        page.Open("article", ("class", "card cause")).Element("h3", cause.Title);
        page.Open("p", ("class", "soft"))
            .Open("span", ("class", $"chip {severity}")).Text(severity).Close("span")
            .Text($" {Counted(cause.Turns, "turn")} of {Counted(cause.Conversations, "conversation")}").Close("p");
        if (answers is not null)
        {
            page.Open("div", ("class", "sides"));
            Side(page, "V1 said", answers.V1);
            Side(page, "V2 said", answers.V2);
            page.Close("div");
        }

        page.Open("p", ("class", "soft")).Text("Comparison ").Element("code", cause.ExampleId).Text(", cause ").Element("code", cause.Cluster).Close("p");
        page.Close("article");
    }

    private static void Side(Markup page, string title, IReadOnlyList<string> messages)
    {
        page.Open("div", ("class", "side")).Element("h4", title);
        foreach (var message in messages)
        {
            page.Element("p", message, ("class", "said"));
        }

        if (messages.Count == 0)
        {
            page.Element("p", "Nothing.", ("class", "soft"));
        }

        page.Close("div");
    }

    private static string Counted(int count, string what) => $"{FigureText.Count(count)} {what}{(count == 1 ? "" : "s")}";
}
