using FlowEngine.Checking;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

public sealed class LogicRuleTests
{
    private const string Ask = "q collect_data {\"prompt\":\"?\",\"data_type\":\"choice\",\"context_key\":\"c\",\"choices\":[\"red\",\"blue\"],\"timeout_minutes\":5} > s, e, e\n";
    private const string Yes = "q collect_data {\"prompt\":\"?\",\"data_type\":\"yes_no\",\"context_key\":\"c\",\"timeout_minutes\":5} > s, e, e\n";

    public static TheoryData<string, string> Switches => new()
    {
        // A case for every choice, and one too few.
        { "", Ask + Switch(Case("c", "equals", "\"red\"", 1), Case("c", "equals", "\"BLUE\"", 2)) },
        { "switch_not_exhaustive s", Ask + Switch(Case("c", "equals", "\"red\"", 1)) },
        { "", Ask + Switch(Case("conversation.c", "in", "[\"red\",\"blue\"]", 1)) },
        { "", Yes + Switch(Case("c", "equals", "true", 1), Case("c", "equals", "false", 2)) },
        { "switch_not_exhaustive s", Yes + Switch(Case("c", "equals", "true", 1)) },
        // Numbers, with and without a gap.
        { "", Start + Switch(Case("n", "lt", "10", 1), Case("n", "gte", "10", 2)) },
        { "switch_not_exhaustive s", Start + Switch(Case("n", "lt", "10", 1), Case("n", "gt", "10", 2)) },
        { "", Start + Switch(Case("n", "lt", "10", 1), Case("n", "equals", "10", 2), Case("n", "gt", "10", 3)) },
        { "", Start + Switch(Case("n", "is_set", "null", 1), Case("n", "is_empty", "null", 2)) },
        { "switch_not_exhaustive s", Start + Switch(Case("message", "has_keyword", "[\"a\"]", 1)) },
        // Earlier cases that cover a later one, or nearly do.
        { "case_never_holds s", Start + Switch(Default, Case("n", "gt", "5", 1), Case("n", "gte", "10", 2)) },
        { "", Start + Switch(Default, Case("n", "gt", "10", 1), Case("n", "gte", "10", 2)) },
        { "case_never_holds s", Start + Switch(Default, Case("message", "has_keyword", "[\"price*\"]", 1), Case("message", "has_keyword", "[\"prices\",\"price list\"]", 2)) },
        { "", Start + Switch(Default, Case("message", "has_keyword", "[\"price\"]", 1), Case("message", "has_keyword", "[\"price*\"]", 2)) },
        {
            "case_never_holds s",
            Start + Switch(Default, Case("message", "has_keyword", "[\"a\"]", 1), Case("message", "has_keyword", "[\"b\"]", 2), Case("message", "has_keyword", "[\"a\",\"b\"]", 3))
        },
        { "case_never_holds s", Start + Switch(Default, Case("message", "contains", "\"an\"", 1), Case("message", "starts_with", "\"anne\"", 2)) },
        { "", Start + Switch(Default, Case("message", "starts_with", "\"an\"", 1), Case("message", "contains", "\"anne\"", 2)) },
        // A value that no choice has.
        { "case_never_holds s", Ask + Switch(Default, Case("c", "equals", "\"gren\"", 1)) },
        { "", Ask + Switch(Default, Case("c", "equals", "\"Red\"", 1), Case("message", "equals", "\"gren\"", 2)) },
        // Always and never.
        { "condition_always_false s", Start + Switch(Default, All(1, Test("n", "gt", "5"), Test("n", "lt", "5"))) },
        { "", Start + Switch(Default, All(1, Test("n", "gte", "5"), Test("n", "lte", "5"))) },
        { "condition_always_true s", Start + Switch(Default, Any(1, Test("n", "is_set", "null"), Test("n", "is_empty", "null"))) },
        { "", Start + Switch(Default, Any(1, Test("n", "is_set", "null"), Test("m", "is_empty", "null"))) },
    };

    private const string Start = "q welcome {\"welcome_message\":\"Hi\"} > s\n";
    private const string Default = "default";

    [Theory]
    [MemberData(nameof(Switches))]
    public void Switch_IsFoundWhereACaseIsMissingOrTooMany(string expected, string flow)
    {
        var found = RuleFlow.Check(flow).Where(IsOfLogic).Select(finding => $"{finding.Code} {finding.NodeId}");

        Assert.Equal(expected.Length == 0 ? [] : [expected], found);
    }

    [Theory]
    [InlineData("""{"all":[{"left":"message","op":"is_empty"},{"left":"message","op":"equals","right":"x"}]}""", "condition_always_false c")]
    [InlineData("""{"left":"message","op":"has_keyword","right":["a"]}""", null)]
    [InlineData("""{"any":[{"left":"a","op":"equals","right":"{{b}}"},{"left":"a","op":"not_equals","right":"{{b}}"}]}""", "condition_always_true c")]
    [InlineData("""{"any":[{"left":"a","op":"equals","right":"{{b}}"},{"left":"a","op":"not_equals","right":"{{c}}"}]}""", null)]
    public void Condition_ThatDecidesNothing_IsFound(string condition, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            RuleFlow.Check($"w welcome {{\"welcome_message\":\"Hi\"}} > c\nc condition {condition} > e, f\ne end\nf end")
                .Where(IsOfLogic)
                .Select(finding => $"{finding.Code} {finding.NodeId}"));

    [Fact]
    public void Findings_OfALaterCase_PointAtIt()
    {
        var finding = Assert.Single(
            RuleFlow.Check(Start + Switch(Default, Case("n", "gt", "5", 1), Case("n", "gte", "10", 2))), finding => finding.Code == "case_never_holds");

        Assert.Equal("/drawflow/Home/data/s/data/cases/1/when", finding.Pointer);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    private static bool IsOfLogic(Finding finding) =>
        finding.Code is "switch_not_exhaustive" or "case_never_holds" or "condition_always_true" or "condition_always_false";

    private static string Case(string left, string op, string right, int port) => $$"""{"when":{{Test(left, op, right)}},"port":"output_{{port}}"}""";

    private static string All(int port, params string[] tests) => $$"""{"when":{"all":[{{string.Join(',', tests)}}]},"port":"output_{{port}}"}""";

    private static string Any(int port, params string[] tests) => $$"""{"when":{"any":[{{string.Join(',', tests)}}]},"port":"output_{{port}}"}""";

    private static string Test(string left, string op, string right) => $$"""{"left":"{{left}}","op":"{{op}}","right":{{right}}}""";

    private static string Switch(params string[] cases)
    {
        var own = cases.Where(one => one != Default).ToList();
        var hasDefault = own.Count < cases.Length;
        var port = hasDefault ? $",\"default_port\":\"output_{own.Count + 1}\"" : "";
        var targets = string.Join(", ", Enumerable.Repeat("e", own.Count + (hasDefault ? 1 : 0)));
        return $"s switch {{\"cases\":[{string.Join(',', own)}]{port}}} > {targets}\ne end";
    }
}
