using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class WelcomeContract : NodeContract
{
    public override string Type => "welcome";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "welcome_message": { "tr": "Hoş geldiniz", "en": "Welcome to {{tenant.name}}" }, "suggestions": ["a"], "show_suggestions": "true" }"""))
        {
            SaysInTurkish = "Hoş geldiniz",
            SaysInEnglish = "Welcome to Depo Makina",
        },
    ];
}

public sealed class MessageContract : NodeContract
{
    public override string Type => "message";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "content": { "tr": "Fiyat: {{price}}", "en": "Price: {{price}}" }, "quick_replies": ["x"] }"""))
        {
            Walk = Json("""{ "price": 12.5 }"""),
            SaysInTurkish = "Fiyat: 12.5",
            SaysInEnglish = "Price: 12.5",
        },
        new("next", Json("""{ "kind": "cards", "cards": [{ "title": "A", "text": "B", "url": "https://a.example" }], "links": [{ "text": "L", "url": "https://l.example" }] }""")),
        new("next", Json("""{ "kind": "image", "image_url": "https://a.example/a.png" }""")),
    ];
}

public sealed class EndContract : NodeContract
{
    public override string Type => "end";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new(null, Json("""{ "closing_message": { "tr": "Güle güle", "en": "Goodbye" }, "reset_conversation": true }"""))
        {
            SaysInTurkish = "Güle güle",
            SaysInEnglish = "Goodbye",
        },
    ];
}

public sealed class JumpContract : NodeContract
{
    public override string Type => "jump";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new(null, Json("""{ "target": "target" }"""))
        {
            Add = flow => flow.Node("target", "end", new JsonObject { ["closing_message"] = "there" }, 0),
            SaysInTurkish = "there",
            SaysInEnglish = "there",
        },
    ];
}

public sealed class MessageSaverContract : NodeContract
{
    public override string Type => "message_saver";

    public override IReadOnlyList<NodeCase> Cases =>
        [new("next", Json("""{ "save_user_message": true, "save_assistant_message": "true", "save_metadata": false }"""))];
}

public sealed class HistoryLoaderContract : NodeContract
{
    public override string Type => "history_loader";

    public override IReadOnlyList<NodeCase> Cases => [new("next", Json("""{ "limit": "5", "include_system_messages": false }"""))];

    public override IReadOnlyList<NodeFailure> Failures =>
        [new(FailureCodes.NodeFailed, []) { World = world => world.History.IsDown = true }];
}

public sealed class LanguageDetectionContract : NodeContract
{
    public override string Type => "language_detection";

    public override IReadOnlyList<NodeCase> Cases => [new("next", Json("""{ "languages": ["tr", "en"], "default": "tr" }"""))];
}

public sealed class ConditionContract : NodeContract
{
    public override string Type => "condition";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("true", Json("""{ "left": "message", "op": "has_keyword", "right": { "tr": ["ucuz"], "en": ["cheap*"] }, "label": "Price?" }"""))
        {
            Turkish = ["en ucuz forklift"],
            English = ["the cheapest forklift"],
        },
        new("false", Json("""{ "all": [{ "left": "n", "op": "gt", "right": 2 }, { "any": [{ "left": "message", "op": "is_empty" }] }] }"""))
        {
            Walk = Json("""{ "n": 3 }"""),
        },
        new("true", Json("""{ "condition_type": "context_equals", "value": "n", "context_value": "3" }"""))
        {
            Walk = Json("""{ "n": 3 }"""),
        },
    ];
}

public sealed class SwitchContract : NodeContract
{
    private const string Data =
        """
        {
          "cases": [
            { "when": { "left": "n", "op": "lt", "right": 10 }, "port": "output_2" },
            { "when": { "left": "n", "op": "lt", "right": 20 }, "port": "output_1" }
          ],
          "default_port": "output_3"
        }
        """;

    public override string Type => "switch";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("output_2", Json(Data)) { Walk = Json("""{ "n": 5 }""") },
        new("output_1", Json(Data)) { Walk = Json("""{ "n": 15 }""") },
        new("default", Json(Data)) { Walk = Json("""{ "n": 25 }""") },
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
    [
        new(FailureCodes.NoCase, Json("""{ "cases": [{ "when": { "left": "n", "op": "is_set" }, "port": "output_1" }] }""")),
    ];
}

public sealed class SetVariableContract : NodeContract
{
    public override string Type => "set_variable";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "assignments": [{ "name": "n", "op": "add", "value": 2 }, { "name": "walk.l", "op": "append", "value": "{{n}}" }], "scope": "conversation" }""")),
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
    [
        new(FailureCodes.NodeFailed, Json("""{ "assignments": [{ "name": "n", "op": "add", "value": "two" }] }""")),
    ];
}

public sealed class SubFlowContract : NodeContract
{
    public override string Type => "sub_flow";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "flow": "#Part", "inputs": { "n": "{{walk.n}}" }, "outputs": { "n": "m" } }"""))
        {
            Walk = Json("""{ "n": 3 }"""),
            Add = flow => flow.Module("Part")
                .Node("p1", "message", Json("""{ "content": "n={{walk.n}}" }""")).Connect("p1", 1, "p2")
                .Node("p2", "end", outputs: 0),
            SaysInTurkish = "n=3",
            SaysInEnglish = "n=3",
        },
        new("next", Json("""{ "flow": "#Ask" }"""))
        {
            Turkish = ["merhaba", "12"],
            English = ["hello", "12"],
            Add = flow => flow.Module("Ask")
                .Node("a1", "collect_data", Json("""{ "data_type": "integer", "prompt": { "tr": "Kaç tane?", "en": "How many?" } }"""), 3).Connect("a1", 1, "a2")
                .Node("a2", "end", outputs: 0),
            SaysInTurkish = "Kaç tane?",
            SaysInEnglish = "How many?",
        },
        new("error", Json("""{ "flow": "absent" }""")),
    ];

    public override IReadOnlyList<NodeFailure> Failures => [new(FailureCodes.FlowNotFound, Json("""{ "flow": "absent" }"""))];
}
