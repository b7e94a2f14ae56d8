using FlowEngine.Comparing.Observations;
using FlowEngine.Conversations;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Comparing.Tests.Ladder;

/// <summary>Observations of any shape, made of parts that often coincide.</summary>
internal static class Generated
{
    private static readonly string[] s_texts =
    [
        "", Sample.Text, "Fiyat 500 TL", "Fiyat 600 TL", "Stokta var.", "Stokta yok.", "Bize yazın: a@b.example", "Tel: 0532 123 45 67", "Merhaba Ayşe",
        "https://shop.example/x", "15 Mart 2026", "Kart 4111 1111 1111 1111", "Size nasıl yardımcı olabilirim?",
    ];

    public static Gen<Observation> Observations =>
        from engine in Gen.Elements("v1", "v2")
        from messages in Messages
        from status in Gen.Elements("open", "ended", "waiting")
        from failure in Gen.Elements(null, null, null, new ObservedFailure("time_limit", null), new ObservedFailure("model_failed", "x"))
        from email in Gen.Elements(null, "a@b.example", "c@d.example")
        from leads in Gen.Choose(0, 2)
        from port in Gen.Elements("output_1", "output_2")
        select Sample.V1() with
        {
            Engine = engine,
            Messages = messages,
            FlowVersionId = engine == "v2" ? 7 : null,
            Status = engine == "v2" ? status : "open",
            WaitingNodeId = engine == "v2" && status == "waiting" ? "4" : null,
            Failure = failure,
            Captured = engine == "v2" && email is not null ? Sample.Captured(email) : [],
            Effects = engine == "v2" ? [.. Enumerable.Repeat(Sample.Lead(email ?? "none"), leads)] : [],
            Path = engine == "v2" ? [new("1", "switch", port)] : [new("model", "model", "next")],
        };

    private static Gen<List<ObservedMessage>> Messages =>
        (from text in Gen.Elements(s_texts)
         from kind in Gen.Elements(MessageKind.Text, MessageKind.Text, MessageKind.Text, MessageKind.Question, MessageKind.Greeting)
         from linked in Gen.Elements(true, false)
         select Sample.Says(text, kind) with { Links = linked ? [new Link("x", "https://shop.example/linked")] : [] })
        .ListOf().Select(messages => messages.Take(3).ToList());
}
