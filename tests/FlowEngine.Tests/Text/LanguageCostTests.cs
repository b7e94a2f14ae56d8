using FlowEngine.Conversations;
using FlowEngine.Text;
using Xunit;

namespace FlowEngine.Tests.Text;

/// <summary>
/// Hostile texts, twice as long, make at most a little more than twice the work, measured in bytes allocated: time would not be a test.
/// </summary>
public sealed class LanguageCostTests
{
    private const int Length = 8_000;

    public static TheoryData<string, string> Hostile() => new()
    {
        { "the same letter", "a" },
        { "words of one letter", "a " },
        { "combining marks", "\u0301" },
        { "apostrophes", "a'b " },
        { "halves of pairs", "\uD800" },
        { "dotted capitals", "İ" },
        { "ligatures that unfold", "\uFDFA" },
        { "numbers with points", "1.1," },
        { "opening braces", "{{" },
        { "half expressions", "{{a|" },
        { "escapes", "\\{{" },
        { "quotes", "\"'" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Fold_TwiceTheText_AllocatesAtMostTwice(string what, string piece) =>
        AssertLinear(what, piece, text => _ = TextFold.Words(text).Length);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void TryParse_TwiceTheText_AllocatesAtMostTwice(string what, string piece) =>
        AssertLinear(what, piece, text => _ = Template.TryParse(text, out _, out _));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Render_TwiceTheVariable_AllocatesAtMostTwice(string what, string piece)
    {
        Assert.True(Template.TryParse("{{x}} {{x|trim|upper}} {{x|json|json|json|json|json|json|json|json}} {{x|default:\"-\"}}", out var template, out _));
        AssertLinear(what, piece, text => _ = template.Render(Scopes.Of("", ("x", Value.Of(text)))).Length);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Evaluate_TwiceTheMessage_AllocatesAtMostTwice(string what, string piece)
    {
        var condition = ConditionTests.Parse("""
            { "any": [
                { "left": "message", "op": "has_keyword", "right": ["a a a a a a b", "a*", "zz*"] },
                { "left": "message", "op": "matches", "right": "(a|aa)+$|(1.)*x" },
                { "left": "message", "op": "contains", "right": "aaaaaaaaaaaaaaab" },
                { "left": "message", "op": "equals", "right": "{{message|trim}}x" } ] }
            """);
        AssertLinear(what, piece, text => _ = condition.Evaluate(Scopes.Of(text)));
    }

    [Fact]
    public void Render_JsonOfJsonOfJson_StaysWithinTheLimit()
    {
        Assert.True(Template.TryParse("{{x|json|json|json|json|json|json|json|json}}", out var template, out _));

        var rendered = template.Render(Scopes.Of("", ("x", Value.Of(new string('"', 1000)))));

        Assert.Equal(Template.MaxLength, rendered.Length);
        Assert.InRange(Allocated(() => template.Render(Scopes.Of("", ("x", Value.Of(new string('"', 1000)))))), 1, 64L * Template.MaxLength);
    }

    [Fact]
    public void Render_JoinOfManyByALongSeparator_StaysWithinTheLimit()
    {
        var separator = new string('-', 10_000);
        Assert.True(Template.TryParse($"{{{{x|join:\"{separator}\"}}}}", out var template, out _));
        var list = Value.Of([.. Enumerable.Repeat(Value.Of("a"), 20_000)]);

        Assert.InRange(Allocated(() => template.Render(Scopes.Of("", ("x", list)))), 1, 16L * Template.MaxLength);
    }

    private static void AssertLinear(string what, string piece, Action<string> work)
    {
        var (once, twice) = (Text(piece, Length), Text(piece, 2 * Length));
        work(once);
        work(twice);

        var (first, second) = (Allocated(() => work(once)), Allocated(() => work(twice)));

        // Buffers grow by doubling, so one more doubling may fall on the longer text.
        Assert.True(second <= (3 * first) + 16_384, $"{what}: {first:N0} B for {Length:N0} characters, {second:N0} B for twice as many");
    }

    private static string Text(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
