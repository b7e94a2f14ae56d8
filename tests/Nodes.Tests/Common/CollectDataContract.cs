using FlowEngine.Nodes.Tests.Harness;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class CollectDataContract : NodeContract
{
    private const string Mail =
        """
        {
          "prompt": { "tr": "E-posta?", "en": "E-mail?" }, "data_type": "email", "context_key": "mail", "required": "true",
          "retry_prompt": { "tr": "Olmadı", "en": "No good" }, "max_attempts": "2", "timeout_minutes": 30, "default": "none"
        }
        """;

    public override string Type => "collect_data";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("success", Json(Mail))
        {
            Turkish = ["merhaba", "ali", "ali@example.com"],
            English = ["hello", "ali", "ali@example.com"],
            SaysInTurkish = "E-posta?",
            SaysInEnglish = "E-mail?",
        },
        new("success", Json("""{ "data_type": "choice", "choices": ["a", { "tr": "Kırmızı", "en": "Red" }, { "value": 3, "label": "c" }, { "label": "d" }] }"""))
        {
            Turkish = ["merhaba", "mavi", "2"],
            English = ["hello", "blue", "2"],
            SaysInTurkish = "2) Kırmızı",
            SaysInEnglish = "2) Red",
        },
        new("success", Json("""{ "data_type": "number", "min": 1, "max": "10", "validation_regex": "^[0-9]+$", "skip_if_known": true, "scope": "walk", "context_key": "n" }"""))
        {
            Walk = Json("""{ "n": 3 }"""),
        },
        new("gave_up", Json(Mail))
        {
            Turkish = ["merhaba", "ali", "veli"],
            English = ["hello", "ali", "bob"],
            SaysInTurkish = "Olmadı",
            SaysInEnglish = "No good",
        },
        new("success", Json("""{ "data_type": "integer", "ask_model": "true", "configuration": "default" }"""))
        {
            Turkish = ["merhaba", "bir düzine"],
            English = ["hello", "a dozen"],
            World = world => world.Model.Answer = _ => "value: 12",
        },
        new("timeout", Json(Mail)) { Turkish = ["merhaba", null], English = ["hello", null] },
    ];
}
