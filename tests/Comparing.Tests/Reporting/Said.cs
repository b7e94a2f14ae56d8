using FlowEngine.Comparing.Reporting;

namespace FlowEngine.Comparing.Tests.Reporting;

internal static class Said
{
    /// <summary>The paragraphs of a report, a line each.</summary>
    public static string In(IEnumerable<ReportPart> parts) => string.Join('\n', parts.OfType<ReportParagraph>().Select(paragraph => paragraph.Text));
}
