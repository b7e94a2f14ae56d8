using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class ContextBuilderContract : NodeContract
{
    public override string Type => "context_builder";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "include_history": "true", "history_limit": "5", "token_budget": 500, "variables": ["name"] }""")),
        new("next", Json("""{ "include_directives": false, "include_products": false, "include_knowledge": false, "include_variables": false, "include_contact": false }"""))
        {
            Walk = Json("""{ "products": [1, 2] }"""),
        },
    ];
}

public sealed class AiResponseContract : NodeContract
{
    public override string Type => "ai_response";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "system_prompt": { "tr": "Sen {{tenant.name}} asistanısın.", "en": "You are {{tenant.name}}." }, "temperature": 0.2, "max_tokens": "300", "store_as": "conversation.last" }"""))
        {
            Walk = Json("""{ "products": [1, 2] }"""),
            SaysInTurkish = "tr: 2 products",
            SaysInEnglish = "en: 2 products",
        },
        new("next", Json("""{ "grounded": true }""")),
        new("next", Json("""{ "tools": ["search_products", "get_product", "search_knowledge", "save_lead"], "max_tool_rounds": "2", "grounded": "true" }"""))
        {
            World = world =>
            {
                world.Model.Calls = reply => reply == 1 ? [TestModel.Call("search_products", ("query", "forklift"))] : [];
                world.Model.Answer = context => $"{context.Language}: {context.Products[0].Name}";
            },
            SaysInTurkish = "tr: Dizel Forklift FD-25",
            SaysInEnglish = "en: Dizel Forklift FD-25",
        },
        new("error", Json("{}")) { World = world => world.Model.IsDown = true },
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
    [
        new(FailureCodes.ModelFailed, Json("{}")) { World = world => world.Model.IsDown = true },
        new(FailureCodes.ModelUnavailable, Json("{}")) { World = world => world.Model.IsMissing = true },
        new(FailureCodes.ModelUnavailable, Json("""{ "configuration": "other" }""")),
        new(FailureCodes.NodeFailed, Json("""{ "tools": ["search_products"] }"""))
        {
            World = world =>
            {
                world.Catalog.IsDown = true;
                world.Model.Calls = _ => [TestModel.Call("search_products", ("query", "forklift"))];
            },
        },
        new(FailureCodes.NotGrounded, Json("""{ "grounded": true }""")) { World = world => world.Model.Answer = _ => "Sadece 5.000 TL!" },
    ];
}

public sealed class KnowledgeSearchContract : NodeContract
{
    public override string Type => "knowledge_search";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("found", Json("""{ "limit": "2", "min_score": 0.1 }""")) { Turkish = ["garanti süresi"], English = ["warranty"] },
        new("found", Json("""{ "query": { "tr": "kargo", "en": "shipping" } }""")),
        new("not_found", Json("{}")) { Turkish = ["nasılsın"], English = ["how are you"] },
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
        [new(FailureCodes.NodeFailed, Json("{}")) { World = world => world.Knowledge.IsDown = true }];
}

public sealed class LinkGeneratorContract : NodeContract
{
    public override string Type => "link_generator";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "base_url": "https://other.example", "routes": { "shop:product": "/p/{slug}" } }""")),
        new("next", Json("{}"))
        {
            Walk = Json("""{ "answer": "[LINK:shop:product:ep-1500]", "answer_message_id": "absent" }"""),
        },
    ];
}

public sealed class SaveLeadContract : NodeContract
{
    public override string Type => "save_lead";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("{}")),
        new("next", Json("""{ "source": "form", "fields": [{ "name": "mail", "value": { "tr": "{{email}}", "en": "{{email}}" } }] }""")),
    ];
}
