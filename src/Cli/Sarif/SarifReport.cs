using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;

namespace FlowEngine.Cli.Sarif;

/// <summary>Findings as SARIF 2.1.0. A rule's id is the finding's code; the place is given as JSON pointer and as line and column.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static readonly JsonPlace s_begin = new(1, 1);

    private static readonly SarifJsonContext s_json = new(new JsonSerializerOptions(SarifJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
        WriteIndented = true,
    });

    public static string Write(IReadOnlyList<SarifFile> files)
    {
        List<SarifRule> rules =
        [
            .. files.SelectMany(file => file.Findings)
                .GroupBy(finding => finding.Code, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new SarifRule(group.Key, new(LevelOf(group.First().Severity)))),
        ];
        var indexes = rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);
        var version = typeof(SarifReport).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        var run = new SarifRun(
            new(new("FlowEngine", version, rules)),
            "utf16CodeUnits",
            [.. files.SelectMany(file => Results(file, indexes))]);
        return JsonSerializer.Serialize(new SarifLog(Schema, "2.1.0", [run]), s_json.SarifLog);
    }

    private static IEnumerable<SarifResult> Results(SarifFile file, Dictionary<string, int> indexes)
    {
        var places = JsonPlaces.Find(file.Text.Span, file.Findings.Select(finding => finding.Pointer));
        var uri = UriOf(file.Path);
        return file.Findings.OrderBy(finding => finding.Severity).Select(finding =>
        {
            var place = places.GetValueOrDefault(finding.Pointer, s_begin);
            return new SarifResult(
                finding.Code,
                indexes[finding.Code],
                LevelOf(finding.Severity),
                new($"{finding.Message} {finding.Fix}"),
                [new(new(new(uri), new(place.Line, place.Column)), [new(finding.NodeId, finding.Pointer, "member")])],
                new Dictionary<string, string> { ["codeAndPointer/v1"] = Fingerprint(finding) });
        });
    }

    /// <summary>Relative as it was given, so that a CI service finds the file in its own checkout.</summary>
    private static string UriOf(string path) => Path.IsPathRooted(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/', '\\').Where(part => part != ".").Select(Uri.EscapeDataString));

    private static string LevelOf(Severity severity) => severity == Severity.Error ? "error" : "warning";

    /// <summary>The same finding has it again when lines were moved.</summary>
    private static string Fingerprint(Finding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Code}\n{finding.Pointer}")).AsSpan(0, 16));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJsonContext : JsonSerializerContext;
