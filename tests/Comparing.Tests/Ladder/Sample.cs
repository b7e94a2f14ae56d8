using FlowEngine.Comparing.Ladder;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Tests.Ladder;

/// <summary>Observations to change one thing in.</summary>
internal static class Sample
{
    public const string Text = "EP-1500 forkliftimiz 500.000 TL, stokta var. Ayrıntılar: https://shop.example/ep-1500";

    public static DateTimeOffset Now { get; } = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    public static ComparisonContext Context { get; } = new() { Language = "tr", Now = Now, ProductNames = ["EP-1500", "EP-2000"] };

    public static Observation V1(string text = Text) => new()
    {
        Engine = "v1",
        Stage = "shadow",
        InputHash = "input",
        Model = "small",
        Messages = [Says(text)],
        Status = "open",
        TotalMs = 100,
    };

    public static Observation V2(string text = Text) => V1(text) with
    {
        Engine = "v2",
        FlowVersionId = 7,
        Status = "ended",
        Path = [new("1", "sentiment_detection", "output_1"), new("2", "ai_response", "output_1"), new("3", "end", null)],
    };

    public static Observation V2Asking(string question) => V2() with
    {
        Messages = [Asks(question)],
        Status = "waiting",
        WaitingNodeId = "4",
        Path = [new("1", "sentiment_detection", "output_2"), new("4", "collect_data", null)],
    };

    public static ObservedMessage Says(string text, MessageKind kind = MessageKind.Text) => new(kind, text, [], [], [], null, 0);

    public static ObservedMessage Asks(string text) => Says(text, MessageKind.Question);

    public static ObservedEffect Lead(string email) =>
        new("stored", "lead", "turn:4:1", Value.Object(("email", Value.Of(email)), ("source", Value.Of("chat"))));

    public static Dictionary<string, Value> Captured(string email) => new() { ["email"] = Value.Of(email) };

    public static Task<Verdict> Compare(Observation control, Observation candidate, ComparisonContext? context = null) =>
        new Comparator(new LadderOptions()).CompareAsync(control, candidate, context ?? Context, CancellationToken.None).AsTask();
}
