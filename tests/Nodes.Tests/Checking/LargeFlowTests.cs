using System.Globalization;
using FlowEngine.Checking;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Support;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>Flows as large as a document may be: what cannot be looked at in bounded work is named, and nothing is alleged of it.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
public sealed class LargeFlowTests
{
    /// <summary>Many times what it takes, so that it fails by name where the work is not bounded.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private readonly CheckContext _context = new(new TestWorld().Registry, StartNodeId: "n0");

    [Theory]
    [InlineData("questions", 14_000, true)]
    [InlineData("branches", 19_000, true)]
    [InlineData("modules", 19_000, true)]
    [InlineData("calls within calls", 19_000, true)]
    [InlineData("unknown names", 19_000, true)]
    [InlineData("switches", 19_000, false)]
    public async Task Check_OfALargeFlow_IsWorkInProportion(string kind, int nodes, bool isWhole)
    {
        // The proportion shows in a smaller flow too; only where the check gives up does it take the largest.
        var size = isWhole && !Rounds.AreMany ? nodes / 4 : nodes;
        var check = await CheckAsync(kind, size);

        Assert.InRange(check.Work, size, (60 * size) + 20_000);
        Assert.Equal(isWhole, check.Findings.All(finding => finding.Code != "too_large_to_analyse"));
    }

    [Fact]
    public async Task Check_OfVariablesThatAreAllCopiedOnToEachOther_NamesWhatWasNotLookedAt()
    {
        var check = await CheckAsync("copies", 12_000);

        var told = Assert.Single(check.Findings, finding => finding.Code == "too_large_to_analyse");
        Assert.Equal(Severity.Warning, told.Severity);
        Assert.Contains("where each variable is set", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(check.Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public async Task Check_OfOneSwitchOfThousandsOfCases_IsWorkInProportion()
    {
        var check = await CheckAsync("one switch", 9_000);

        Assert.InRange(check.Work, 9_000, (60 * 9_000) + 20_000);
    }

    private async Task<CheckResult> CheckAsync(string kind, int nodes)
    {
        var json = RuleFlow.Json(string.Join('\n', Lines(kind, nodes)));
        return await Task.Run(() => FlowChecker.Check(json, _context)).WaitAsync(s_patience);
    }

    private static IEnumerable<string> Lines(string kind, int nodes) => kind switch
    {
        "questions" => Chain(nodes, i => Text($"collect_data {{\"prompt\":\"After {{{{conversation.v{Math.Max(0, i - 1)} | default:\\\"x\\\"}}}}?\",\"context_key\":\"v{i}\",\"timeout_minutes\":5}}"), ", e, e"),
        "branches" => Chain(nodes, i => (i % 3) switch
        {
            0 => Text($"collect_data {{\"prompt\":\"?\",\"context_key\":\"v{i}\",\"data_type\":\"number\",\"timeout_minutes\":5}}"),
            1 => Text($"condition {{\"left\":\"conversation.v{i - 1}\",\"op\":\"gt\",\"right\":{i}}}"),
            _ => Text($"message {{\"content\":\"It is {{{{conversation.v{i - 2} | default:\\\"x\\\"}}}}\"}}"),
        }, i => (i % 3) switch { 0 => $", e, e", 1 => $", n{Math.Min(i + 2, nodes - 1)}", _ => "" }),
        "copies" => Chain(nodes, i => i == 0
            ? "collect_data {\"prompt\":\"?\",\"context_key\":\"v0\",\"timeout_minutes\":5}"
            : Text($"set_variable {{\"assignments\":[{{\"name\":\"v{i}\",\"value\":\"{{{{conversation.v{i - 1}}}}}\"}}]}}"), i => i == 0 ? ", e, e" : ""),
        "unknown names" => Chain(nodes, i => Text($"message {{\"content\":\"It is {{{{conversation.unknown{i}}}}}\"}}"), ""),
        "switches" => Switches(nodes),
        "one switch" => OneSwitch(nodes),
        "modules" => Modules(nodes / 10),
        _ => Calls(nodes / 4),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Chain(int nodes, Func<int, string> node, string more) => Chain(nodes, node, _ => more);

    private static IEnumerable<string> Chain(int nodes, Func<int, string> node, Func<int, string> more) =>
        Enumerable.Range(0, nodes - 1).Select(i => $"n{i} {node(i)} > {(i + 2 < nodes ? $"n{i + 1}" : "e")}{more(i).Replace($"n{nodes - 1}", "e", StringComparison.Ordinal)}")
            .Append("e end {\"closing_message\":\"Bye\"}");

    /// <summary>Of fifty cases each, joined again.</summary>
    private static IEnumerable<string> Switches(int nodes)
    {
        const int cases = 50;
        var count = nodes / (cases + 2);
        for (var s = 0; s < count; s++)
        {
            var next = s + 1 < count ? $"n{s + 1}" : "e";
            yield return $"n{s} collect_data {{\"prompt\":\"?\",\"context_key\":\"k\",\"timeout_minutes\":5}} > s{s}, e, e";
            yield return $"s{s} switch {{\"cases\":[{Cases("conversation.k", cases)}],\"default_port\":\"output_{cases + 1}\"}} > {string.Join(", ", Enumerable.Range(0, cases).Select(c => $"m{s}x{c}"))}, {next}";
            for (var c = 0; c < cases; c++)
            {
                yield return $"m{s}x{c} message {{\"content\":\"{c}\"}} > {next}";
            }
        }

        yield return "e end {\"closing_message\":\"Bye\"}";
    }

    private static IEnumerable<string> OneSwitch(int nodes)
    {
        yield return $"n0 switch {{\"cases\":[{Cases("message", nodes - 2)}],\"default_port\":\"output_{nodes - 1}\"}} > {string.Join(", ", Enumerable.Range(0, nodes - 2).Select(c => $"m{c}"))}, e";
        for (var c = 0; c < nodes - 2; c++)
        {
            yield return $"m{c} message {{\"content\":\"{c}\"}} > e";
        }

        yield return "e end {\"closing_message\":\"Bye\"}";
    }

    private static string Cases(string left, int count) => string.Join(',', Enumerable.Range(0, count).Select(c =>
        $$$"""{"when":{"left":"{{{left}}}","op":"equals","right":"word{{{c}}}"},"port":"output_{{{c + 1}}}"}"""));

    private static IEnumerable<string> Modules(int count)
    {
        for (var m = 0; m < count; m++)
        {
            yield return $"n{m} sub_flow {{\"flow\":\"#M{m}\",\"outputs\":{{\"answer\":\"a{m}\"}}}} > {(m + 1 < count ? $"n{m + 1}" : "e")}, e";
        }

        yield return "e end {\"closing_message\":\"Bye\"}";
        for (var m = 0; m < count; m++)
        {
            yield return $"# M{m}";
            yield return $"q{m} collect_data {{\"prompt\":\"?\",\"context_key\":\"answer\",\"scope\":\"walk\",\"timeout_minutes\":5}} > m{m}x0, z{m}, z{m}";
            for (var i = 0; i < 7; i++)
            {
                yield return $"m{m}x{i} message {{\"content\":\"{i}\"}} > {(i < 6 ? $"m{m}x{i + 1}" : $"z{m}")}";
            }

            yield return $"z{m} end";
        }
    }

    /// <summary>Each module calls the next two: as deep as there are modules.</summary>
    private static IEnumerable<string> Calls(int count)
    {
        for (var m = 0; m < count; m++)
        {
            if (m > 0)
            {
                yield return $"# M{m}";
            }

            yield return $"{(m == 0 ? "n0" : $"a{m}")} {Call(m + 1, count)} > b{m}{(m + 1 < count ? $", b{m}" : "")}";
            yield return $"b{m} {Call(m + 2, count)} > c{m}{(m + 2 < count ? $", c{m}" : "")}";
            yield return $"c{m} message {{\"content\":\"{m}\"}} > z{m}";
            yield return $"z{m} end";
        }
    }

    private static string Call(int module, int count) => module < count ? $"sub_flow {{\"flow\":\"#M{module}\"}}" : "message {\"content\":\"Last\"}";
}
