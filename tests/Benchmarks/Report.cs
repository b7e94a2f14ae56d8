using System.Globalization;
using System.Text;

namespace FlowEngine.Benchmarks;

/// <summary>Results as Markdown tables.</summary>
internal static class Report
{
    public static string Steps(IReadOnlyList<Measured> measured)
    {
        var text = new StringBuilder("| what | 13 steps, us | 1,000 steps, us | ns a step, 13 to 200 | ns a step, 200 to 1,000 | ns a step, 13 to 1,000 | B a step, 13 to 1,000 |\n")
            .Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var lengths in measured.GroupBy(one => one.Type).Select(group => group.OrderBy(one => one.Steps).ToList()))
        {
            var (small, middle, large) = (lengths[0], lengths[1], lengths[2]);
            var all = large.PerStepSince(small);
            text.Append(CultureInfo.InvariantCulture, $"| {small.Type} | {small.Nanoseconds / 1e3:0.0} | {large.Nanoseconds / 1e3:0.0} ")
                .Append(CultureInfo.InvariantCulture, $"| {middle.PerStepSince(small).Nanoseconds:0} | {large.PerStepSince(middle).Nanoseconds:0} ")
                .Append(CultureInfo.InvariantCulture, $"| {all.Nanoseconds:0} | {all.Bytes:0} |\n");
        }

        return text.ToString();
    }

    public static string Compile(IReadOnlyList<Measured> measured)
    {
        var text = new StringBuilder("| nodes | ms | us a node | B a node |\n| ---: | ---: | ---: | ---: |\n");
        foreach (var one in measured)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {one.Steps:N0} | {one.Nanoseconds / 1e6:0.00} | {one.Nanoseconds / 1e3 / one.Steps:0.0} | {one.Bytes / one.Steps:0} |\n");
        }

        return text.ToString();
    }

    public static string Check(IReadOnlyList<Measured> measured)
    {
        var text = new StringBuilder("| flow | nodes | ms | us a node | B a node |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (var one in measured)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {one.Type} | {one.Steps:N0} | {one.Nanoseconds / 1e6:0.0} | {one.Nanoseconds / 1e3 / one.Steps:0.0} | {one.Bytes / one.Steps:0} |\n");
        }

        return text.ToString();
    }

    public static string Language(IReadOnlyList<Measured> measured)
    {
        var lengths = measured.Select(one => one.Steps).Distinct().Order().ToList();
        var text = new StringBuilder("| us a thousand characters, of so many |")
            .AppendJoin("", lengths.Select(length => string.Create(CultureInfo.InvariantCulture, $" {length:N0} |"))).Append('\n')
            .Append("| --- |").AppendJoin("", lengths.Select(_ => " ---: |")).Append('\n');
        foreach (var work in measured.GroupBy(one => one.Type))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {work.Key} |")
                .AppendJoin("", work.OrderBy(one => one.Steps).Select(one => string.Create(CultureInfo.InvariantCulture, $" {one.Nanoseconds / one.Steps:0.0} |")))
                .Append('\n');
        }

        return text.ToString();
    }

    public static string Versions(IReadOnlyList<Measured> measured)
    {
        var text = new StringBuilder("| what | 10 versions, us | 10,000 versions, us | ratio | 10 versions, KB | 10,000 versions, KB |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (few, many) in measured.GroupBy(one => one.Type).Select(group => (group.MinBy(one => one.Steps)!, group.MaxBy(one => one.Steps)!)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {few.Type} | {few.Nanoseconds / 1e3:0} | {many.Nanoseconds / 1e3:0} ")
                .Append(CultureInfo.InvariantCulture, $"| {many.Nanoseconds / few.Nanoseconds:0.00} | {few.Bytes / 1e3:0.0} | {many.Bytes / 1e3:0.0} |\n");
        }

        return text.ToString();
    }
}
