using System.Text.Json;
using BenchmarkDotNet.Attributes;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Benchmarks;

/// <summary>Templates, conditions and folding over texts that were made to be slow; a step is a character.</summary>
public class LanguageBenchmarks
{
    private static readonly Template s_template = Read("{{message|json|json|json|json|json|json|json|json}}");
    private static readonly Condition s_keywords = Condition("""{ "left": "message", "op": "has_keyword", "right": ["a a a a a a b", "zz*"] }""");
    private static readonly Condition s_contains = Condition("""{ "left": "message", "op": "contains", "right": "aaaaaaaaaaaaaaaaaaaaaaab" }""");
    private static readonly Condition s_pattern = Condition("""{ "left": "message", "op": "matches", "right": "(a|aa)+$|(a.)*x" }""");

    private static readonly Dictionary<string, (string Piece, Func<string, object> Work)> s_cases = new()
    {
        ["fold: combining marks"] = ("\u0301", TextFold.Fold),
        ["fold: dotted capitals"] = ("İ", TextFold.Fold),
        ["fold: ligatures"] = ("\uFDFA", TextFold.Fold),
        ["parse: opening braces"] = ("{{a|", text => Template.TryParse(text, out _, out var error) ? text : error),
        ["parse: escapes"] = ("\\{{", text => Template.TryParse(text, out var template, out _) ? template : text),
        ["render: json of json"] = ("\"", text => s_template.Render(Scope(text))),
        ["condition: keywords"] = ("a ", text => s_keywords.Evaluate(Scope(text))),
        ["condition: contains"] = ("a", text => s_contains.Evaluate(Scope(text))),
        ["condition: pattern"] = ("a", text => s_pattern.Evaluate(Scope(text))),
    };

    private string _text = "";
    private Func<string, object> _work = text => text;

    public static IEnumerable<string> Types => s_cases.Keys;

    [ParamsSource(nameof(Types))]
    public string Type { get; set; } = "";

    [Params(1_000, 8_000, 64_000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var (piece, work) = s_cases[Type];
        _text = string.Concat(Enumerable.Repeat(piece, Steps / piece.Length));
        _work = work;
    }

    [Benchmark]
    public object Work() => _work(_text);

    private static TextScope Scope(string message) => new(
        new Variables(
            new VariableScope(new Dictionary<string, Value>()),
            new VariableScope(new Dictionary<string, Value>()),
            new ReadOnlyVariables(Value.Of(message), Value.Null, Value.Null, Value.Null)),
        "tr", ["tr", "en"], "TRY", TimeZoneInfo.Utc);

    private static Template Read(string source) =>
        Template.TryParse(source, out var template, out var error) ? template : throw new InvalidOperationException(error.Message);

    private static Condition Condition(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FlowEngine.Text.Condition.TryParse(document.RootElement, out var condition, out var errors)
            ? condition
            : throw new InvalidOperationException(errors[0].Message);
    }
}
