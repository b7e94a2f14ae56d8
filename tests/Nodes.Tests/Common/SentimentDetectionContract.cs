using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class SentimentDetectionContract : NodeContract
{
    public override string Type => "sentiment_detection";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        Case("purchase_intent", "en ucuz forklift", "the cheapest forklift"),
        Case("comparison", "EP-1500 ile MT-2000 karşılaştır", "compare EP-1500 and MT-2000"),
        Case("question", "garanti süresi nedir", "what is a pallet truck"),
        Case("support_request", "iletişim bilgisi", "contact details"),
        Case("browsing", "modelleri göster", "show me pallet trucks"),
        Case("default", "selam", "greetings"),
        new("late", Json(
            """
            {
              "mode": "keywords", "default_port": "output_1",
              "intents": [
                { "name": "late", "keywords": { "tr": ["kargo nerede"], "en": "where is my parcel, parcel*" }, "port": "output_2" },
                { "name": "question", "port": "output_3" }
              ]
            }
            """))
        {
            Turkish = ["kargo nerede kaldı"],
            English = ["where is my parcel"],
        },
        new("question", Json("""{ "intents": [{ "name": "question", "port": "output_1" }] }"""))
        {
            Turkish = ["nasıl"],
            English = ["how"],
        },
        new("default", Json("""{ "intents": [{ "name": "question", "port": "output_1" }], "default_port": "output_2" }""")),
        new("browsing", Json("""{ "mode": "model", "configuration": "default" }""")) { World = world => world.Model.Answer = _ => "browsing" },
        new("purchase_intent", Json("""{ "mode": "model" }"""))
        {
            Turkish = ["en ucuz forklift"],
            English = ["the cheapest forklift"],
            World = world => world.Model.IsDown = true,
        },
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
        [new(FailureCodes.NoCase, Json("""{ "intents": [{ "name": "question", "port": "output_1" }] }"""))];

    private static NodeCase Case(string port, string turkish, string english) =>
        new(port, []) { Turkish = [turkish], English = [english] };
}
