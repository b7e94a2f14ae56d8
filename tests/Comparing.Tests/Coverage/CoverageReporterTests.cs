using System.Text.Json;
using FlowEngine.Comparing.Coverage;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Tests.Reporting;

namespace FlowEngine.Comparing.Tests.Coverage;

public sealed class CoverageReporterTests
{
    private static readonly string[] s_delivery =
        ["Siparişim nerede kaldı?", "Kargom ne zaman gelir, siparişimi bekliyorum", "Sipariş kargoya verildi mi?", "siparişin kargo durumu"];

    private static readonly string[] s_returns =
        ["Ürünü iade etmek istiyorum", "İade koşulları neler?", "iademi nasıl yaparım, ürün bozuk", "Bozuk ürün iadesi"];

    private static readonly string[] s_cameras =
        ["Which camera has the best zoom?", "I need a camera with zoom under 500", "Camera zoom comparison please", "zoom camera for birds"];

    private static readonly RecordedConversation[] s_recorded =
        [.. Make("d", s_delivery, "answered"), .. Make("r", s_returns, "handed_over"), .. Make("z", s_cameras, null), new("silent", [new("assistant", "Hello!"), new("user", "ok")])];

    private static readonly FlowHandling[] s_handlings =
        [.. s_recorded.Where(conversation => conversation.Id != "silent").Select(conversation => conversation.Id[0] == 'r' && conversation.Id != "r0"
            ? new FlowHandling(conversation.Id, false, "default")
            : new FlowHandling(conversation.Id, true))];

    [Fact]
    public void Of_ThreeIntents_FindsThemWithWhatTheFlowHandles()
    {
        var report = CoverageReporter.Of(s_recorded, s_handlings);

        Assert.Equal([4, 4, 4, 1], report.Intents.Select(intent => intent.Conversations));
        var returns = Assert.Single(report.Intents, intent => intent.Intent.Contains("iade", StringComparison.Ordinal));
        Assert.Equal((4, 1, 0.25), (returns.Conversations, returns.Handled, returns.Share));
        var outcome = Assert.Single(returns.Outcomes);
        Assert.Equal(("handed_over", "default", 3), (outcome.Outcome, outcome.Reasons[0].Name, outcome.Reasons[0].Count));
        Assert.Equal(["r0"], outcome.HandledExamples);
        Assert.DoesNotContain("r0", outcome.OtherExamples);
    }

    [Fact]
    public void Of_AnyConversations_HasSumsThatAgreeAndLeavesOutWhatWasNotTried()
    {
        var report = CoverageReporter.Of(s_recorded, s_handlings);

        Assert.Equal(s_recorded.Length, report.Intents.Sum(intent => intent.Conversations));
        Assert.All(report.Intents, intent => Assert.Equal(intent.Conversations, intent.Outcomes.Sum(outcome => outcome.Conversations)));
        Assert.Equal((1, 9), (report.NotWalked, report.Handled));
        Assert.Equal(0.75, report.Share);
        Assert.InRange(0.75, report.Interval!.Value.Low, report.Interval.Value.High);
        Assert.Null(Assert.Single(report.Intents, intent => intent.NotWalked == 1).Share);
    }

    [Fact]
    public void Of_TheSameInAnotherOrder_IsTheSame()
    {
        var random = new SeededRandom(5);
        var shuffled = s_recorded.OrderBy(_ => random.Uniform()).ToArray();

        Assert.Equal(
            CoverageJson.Write(CoverageReporter.Of(s_recorded, s_handlings)),
            CoverageJson.Write(CoverageReporter.Of(shuffled, s_handlings.Reverse())));
    }

    [Fact]
    public void Of_KnownIntents_AreTakenFirstAndMetWithEndings()
    {
        var report = CoverageReporter.Of(s_recorded, s_handlings, [new("delivery", ["sipariş", "kargo"])]);

        Assert.Equal(4, Assert.Single(report.Intents, intent => intent.Intent == "delivery").Conversations);
    }

    [Fact]
    public void Of_ThousandsOfConversations_KeepsIntentsApart()
    {
        var random = new SeededRandom(3);
        var intents = new[] { s_delivery, s_returns, s_cameras }.Select(texts => string.Join(' ', texts).Split(' ')).ToArray();
        var many = Enumerable.Range(0, 3000)
            .Select(i => new RecordedConversation($"{i % 3}-{i}", [new("user", string.Join(' ', Enumerable.Range(0, 6).Select(_ => intents[i % 3][random.Below(intents[i % 3].Length)])))]))
            .ToArray();

        var report = CoverageReporter.Of(many, [.. many.Select(one => new FlowHandling(one.Id, one.Id[0] != '1'))]);

        // Six words by chance may be words of no intent; nearly all conversations lie in clusters of one intent.
        var pure = report.Intents.Where(intent => intent.Share is < 0.05 or > 0.95).Sum(intent => intent.Conversations);
        Assert.InRange(pure, 2700, 3000);
        Assert.InRange(report.Intents.Count, 3, 40);
    }

    [Fact]
    public void Write_AsTextAndJson_SaysTheShares()
    {
        var report = CoverageReporter.Of(s_recorded, s_handlings);

        Assert.StartsWith("The flow handles 75.0 % [", Said.In(CoverageText.Parts(report)), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(CoverageJson.Write(report));
        Assert.Equal(0.75, json.RootElement.GetProperty("share").GetDouble());
        Assert.Contains("none of the recorded", Said.In(CoverageText.Parts(CoverageReporter.Of([], []))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"id": "a", "messages": [{"role": "user", "text": "hi"}]}]""", true)]
    [InlineData("""[{"id": "a"}]""", false)]
    [InlineData("{}", false)]
    [InlineData("x", false)]
    public void Read_OfAText_GivesConversationsOrNothing(string json, bool reads) => Assert.Equal(reads, CoverageJson.Read(json) is not null);

    private static IEnumerable<RecordedConversation> Make(string prefix, string[] texts, string? outcome) =>
        texts.Select((text, i) => new RecordedConversation($"{prefix}{i}", [new("assistant", "Merhaba, welcome to our camera shop"), new("user", text)], outcome));
}
