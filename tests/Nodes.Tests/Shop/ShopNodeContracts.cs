using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;

namespace FlowEngine.Nodes.Tests.Shop;

public sealed class CategoryDetectionContract : NodeContract
{
    private const string Asking = """
        { "ask_questions": true, "category_questions": { "forklift": [
          { "key": "load", "question": { "tr": "Kaç kilo?", "en": "How many kilos?" }, "options": ["1500", "2500"] } ] } }
        """;

    public override string Type => "category_detection";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("detected", Json("{}")) { Turkish = ["transpaletleri göster"], English = ["pallet trucks please"] },
        new("detected", Json(Asking))
        {
            Turkish = ["forklift", "2500"],
            English = ["forklift", "2500"],
            SaysInTurkish = "Kaç kilo?",
            SaysInEnglish = "How many kilos?",
        },
        new("not_detected", Json("""{ "priority": ["forklift"], "exclude_unless_explicit": ["transpalet"] }""")),
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
        [new(FailureCodes.NodeFailed, Json("{}")) { World = world => world.Catalog.IsDown = true }];
}

public sealed class ProductSearchContract : NodeContract
{
    public override string Type => "product_search";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("found", Json("""{ "search_limit": "3", "sort_by_stock": "false" }""")) { Turkish = ["transpalet"], English = ["forklift"] },
        new("found", Json("""{ "query": "{{walk.wanted}}" }""")) { Walk = Json("""{ "wanted": "EP-1500" }""") },
        new("not_found", Json("{}")),
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
        [new(FailureCodes.NodeFailed, Json("{}")) { World = world => world.Catalog.IsDown = true }];
}

public sealed class PriceQueryContract : NodeContract
{
    public override string Type => "price_query";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("found", Json("""{ "limit": 2, "show_vat": true, "vat_rate": 20, "exclude_categories": ["forklift"] }"""))
        {
            Turkish = ["en ucuz ürün"],
            English = ["the cheapest product"],
        },
        new("not_found", Json("""{ "vat_note": { "tr": "KDV hariç", "en": "excl. VAT" } }"""))
        {
            Turkish = ["5.000.000 TL üzeri"],
            English = ["over 5,000,000 TL"],
        },
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
        [new(FailureCodes.NodeFailed, Json("{}")) { World = world => world.Catalog.IsDown = true }];
}

public sealed class StockSorterContract : NodeContract
{
    public override string Type => "stock_sorter";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "high_stock_threshold": 5, "exclude_out_of_stock": true }""")) { Walk = Json("""{ "products": [3, 1] }""") },
    ];
}

public sealed class ProductComparisonContract : NodeContract
{
    public override string Type => "product_comparison";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("compared", Json("""{ "format": "list", "max_products": 2 }"""))
        {
            Turkish = ["EP-1500 ile MT-2000 farkı"],
            English = ["EP-1500 or MT-2000?"],
        },
        new("not_enough", Json("{}")) { Turkish = ["EP-1500 nasıl"], English = ["how is EP-1500"] },
    ];
}

public sealed class CurrencyConverterContract : NodeContract
{
    public override string Type => "currency_converter";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "currencies": ["EUR", "USD"], "rates_max_age_hours": "100" }""")) { Walk = Json("""{ "products": [1, 3] }""") },
        new("error", Json("""{ "currencies": ["GBP"] }""")) { Walk = Json("""{ "products": [1] }""") },
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
    [
        new(FailureCodes.CurrencyRateMissing, Json("""{ "currencies": ["GBP"] }""")) { Walk = Json("""{ "products": [1] }""") },
        new(FailureCodes.CurrencyRateMissing, Json("""{ "currencies": ["USD"] }"""))
        {
            Walk = Json("""{ "products": [1] }"""),
            World = world => world.Tenant = world.Tenant with { Rates = null },
        },
        new(FailureCodes.CurrencyRatesTooOld, Json("""{ "currencies": ["USD"], "rates_max_age_hours": 24 }"""))
        {
            Walk = Json("""{ "products": [1] }"""),
            World = world => world.Tenant = world.Tenant with
            {
                Rates = world.Tenant.Rates! with { At = world.Clock.GetUtcNow() - TimeSpan.FromDays(3) },
            },
        },
    ];
}

public sealed class ContactRequestContract : NodeContract
{
    public override string Type => "contact_request";

    public override IReadOnlyList<NodeCase> Cases =>
        [new("next", Json("""{ "callback_form_url": "/call", "show_contact_info": false }""")), new("next", Json("{}"))];
}
