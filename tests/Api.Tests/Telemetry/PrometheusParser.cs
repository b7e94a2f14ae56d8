using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowEngine.Api.Tests.Telemetry;

/// <summary>Reads a page of the text format, version 0.0.4, and refuses whatever it does not allow.</summary>
internal static partial class PrometheusParser
{
    public static IReadOnlyDictionary<string, PrometheusFamily> Parse(string page)
    {
        Assert.EndsWith("\n", page, StringComparison.Ordinal);
        var families = new Dictionary<string, PrometheusFamily>(StringComparer.Ordinal);
        var series = new HashSet<string>(StringComparer.Ordinal);
        PrometheusFamily? family = null;
        var lines = page.Split('\n')[..^1];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith('#'))
            {
                var (type, help) = (TypeLine().Match(line), HelpLine().Match(lines[i + 1]));
                Assert.True(type.Success, line);
                family = new(type.Groups[1].Value, help.Groups[2].Value, type.Groups[2].Value);
                if (help.Success)
                {
                    Assert.Equal(family.Name, help.Groups[1].Value);
                    i++;
                }

                Assert.True(families.TryAdd(family.Name, family), $"{family.Name} stands twice");
                continue;
            }

            Assert.NotNull(family);
            var sample = Sample(line);
            Assert.True(Belongs(sample, family), $"{line} in {family.Name}");
            Assert.True(series.Add(line[..line.LastIndexOf(' ')]), $"{line} stands twice");
            family.Samples.Add(sample);
        }

        foreach (var histogram in families.Values.Where(found => found.Type == "histogram"))
        {
            CheckBuckets(histogram);
        }

        return families;
    }

    private static bool Belongs(PrometheusSample sample, PrometheusFamily family) => family.Type switch
    {
        "histogram" => sample.Name == $"{family.Name}_bucket"
            ? sample.Labels.ContainsKey("le")
            : sample.Name == $"{family.Name}_sum" || sample.Name == $"{family.Name}_count",
        "counter" => sample.Name == family.Name && family.Name.EndsWith("_total", StringComparison.Ordinal) && sample.Value >= 0,
        _ => sample.Name == family.Name,
    };

    private static void CheckBuckets(PrometheusFamily family)
    {
        foreach (var series in family.Samples.GroupBy(sample => sample.Series))
        {
            var buckets = series.Where(sample => sample.Name.EndsWith("_bucket", StringComparison.Ordinal)).ToList();
            Assert.Equal("+Inf", buckets[^1].Labels["le"]);
            Assert.Equal(buckets.Select(bucket => Number(bucket.Labels["le"])).Order(), buckets.Select(bucket => Number(bucket.Labels["le"])));
            Assert.Equal(buckets.Select(bucket => bucket.Value).Order(), buckets.Select(bucket => bucket.Value));
            Assert.Equal(buckets[^1].Value, Assert.Single(series, sample => sample.Name == $"{family.Name}_count").Value);
            Assert.Single(series, sample => sample.Name == $"{family.Name}_sum");
        }
    }

    private static PrometheusSample Sample(string line)
    {
        var match = SampleLine().Match(line);
        Assert.True(match.Success, line);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in LabelPair().Matches(match.Groups[2].Value).Cast<Match>())
        {
            Assert.True(labels.TryAdd(label.Groups[1].Value, Unescaped(label.Groups[2].Value)), line);
        }

        return new(match.Groups[1].Value, labels, Number(match.Groups[3].Value));
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\A# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\]|\\[\\n])*)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HelpLine();

    [GeneratedRegex(@"\A# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TypeLine();

    [GeneratedRegex(
        """\A([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\["\\n])*"(?:,(?!\})|(?=\})))*)\})? (\S+)\z""",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SampleLine();

    [GeneratedRegex("""([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"(?:,|\z)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LabelPair();
}
