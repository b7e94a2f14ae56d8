using System.Globalization;
using System.Text;
using System.Xml;
using FlowEngine.Api.FlowTests;

namespace FlowEngine.Cli;

/// <summary>A run of tests as JUnit's XML, which build servers read.</summary>
internal static class JUnitReport
{
    public static string Write(IReadOnlyList<FlowTestRunView> runs)
    {
        var text = new Utf8Text();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, CheckCharacters = false }))
        {
            writer.WriteStartElement("testsuites");
            foreach (var run in runs)
            {
                Write(writer, run);
            }

            writer.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Write(XmlWriter writer, FlowTestRunView run)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", run.Flow);
        writer.WriteAttributeString("tests", Number(run.Total));
        writer.WriteAttributeString("failures", Number(run.Tests.Count(test => test.Failures.Count > 0)));
        writer.WriteAttributeString("errors", Number(run.Tests.Count(test => test.Faults.Count > 0)));
        writer.WriteAttributeString("time", Seconds(run.Tests.Sum(test => test.DurationMs)));
        foreach (var test in run.Tests)
        {
            Write(writer, run.Flow, test);
        }

        writer.WriteEndElement();
    }

    private static void Write(XmlWriter writer, string flow, FlowTestView test)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", flow);
        writer.WriteAttributeString("name", Plain(test.Name));
        writer.WriteAttributeString("file", test.Id);
        writer.WriteAttributeString("time", Seconds(test.DurationMs));
        if (test.Failures.Count > 0)
        {
            Write(writer, "failure", test.Failures[0].What, test.Failures.SelectMany(FlowTestText.Failure));
        }

        if (test.Faults.Count > 0)
        {
            Write(writer, "error", test.Faults[0].Message, test.Faults.Select(fault => $"line {fault.Line}: {fault.Message} {fault.Fix}"));
        }

        writer.WriteEndElement();
    }

    private static void Write(XmlWriter writer, string element, string message, IEnumerable<string> lines)
    {
        writer.WriteStartElement(element);
        writer.WriteAttributeString("message", Plain(message));
        writer.WriteString(Plain(string.Join('\n', lines)));
        writer.WriteEndElement();
    }

    /// <summary>Without the control characters that XML cannot hold.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
