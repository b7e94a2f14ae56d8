using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Storage.Import;

namespace FlowEngine.Hosting.Demo;

/// <summary>Reads a tenant's data from a JSON file of the folder Demo; its README has the shape.</summary>
internal static class DemoFile
{
    public static TenantData Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var root = document.RootElement;
        var tenant = root.GetProperty("tenant");
        var settings = root.GetProperty("settings");
        return new TenantData
        {
            Slug = tenant.GetProperty("slug").GetString()!,
            Name = tenant.GetProperty("name").GetString()!,
            Languages = Texts(tenant.GetProperty("languages")),
            Currency = tenant.GetProperty("currency").GetString()!,
            SiteUrl = Text(tenant, "site_url"),
            TimeZone = Text(tenant, "time_zone") ?? "UTC",
            Contact = Contact(tenant.GetProperty("contact")),
            Rates = Rates(tenant.GetProperty("exchange_rates")),
            Settings = new TenantSettings
            {
                DefaultFlow = Text(settings, "default_flow"),
                FallbackText = TextMap(settings.GetProperty("fallback_text")),
                AnonymousChat = settings.GetProperty("anonymous_chat").GetBoolean(),
                AllowedHosts = Texts(settings.GetProperty("allowed_hosts")),
            },
            Categories = [.. root.GetProperty("categories").EnumerateArray().Select(Category)],
            Products = [.. root.GetProperty("products").EnumerateArray().Select(Product)],
            Knowledge = [.. root.GetProperty("knowledge").EnumerateArray().Select(Knowledge)],
            Directives = [.. root.GetProperty("directives").EnumerateArray().Select(Directive)],
            Prompts = [.. root.GetProperty("prompts").EnumerateArray().Select(Prompt)],
            AiConfigurations = [.. root.GetProperty("ai_configurations").EnumerateArray().Select(AiConfiguration)],
        };
    }

    private static ContactFacts Contact(JsonElement json) => new()
    {
        Phone = Text(json, "phone"),
        WhatsApp = Text(json, "whatsapp"),
        Email = Text(json, "email"),
        Address = Text(json, "address"),
        WorkingHours = TextMap(json.GetProperty("working_hours")),
        CallbackFormUrl = Text(json, "callback_form_url"),
    };

    private static ExchangeRates Rates(JsonElement json) => new(
        json.GetProperty("base").GetString()!,
        new DateTimeOffset(json.GetProperty("date").GetDateTime(), TimeSpan.Zero),
        json.GetProperty("rates").EnumerateObject().ToDictionary(rate => rate.Name, rate => rate.Value.GetDecimal(), StringComparer.Ordinal));

    private static CategoryData Category(JsonElement json) => new(
        json.GetProperty("slug").GetString()!,
        TextMap(json.GetProperty("name")),
        Texts(json.GetProperty("synonyms")),
        json.GetProperty("position").GetInt32());

    private static ProductData Product(JsonElement json) => new(
        json.GetProperty("sku").GetString()!,
        json.GetProperty("slug").GetString()!,
        json.GetProperty("name").GetString()!,
        json.GetProperty("category").GetString()!,
        Text(json, "description"),
        json.GetProperty("price") is { ValueKind: JsonValueKind.Number } price ? price.GetDecimal() : null,
        json.GetProperty("currency").GetString()!,
        json.GetProperty("stock").GetInt32(),
        json.GetProperty("featured").GetBoolean(),
        json.GetProperty("attributes").GetRawText(),
        Texts(json.GetProperty("tags")));

    private static KnowledgeData Knowledge(JsonElement json) => new(
        json.GetProperty("slug").GetString()!,
        json.GetProperty("title").GetString()!,
        json.GetProperty("content").GetString()!,
        Text(json, "url"),
        Texts(json.GetProperty("tags")));

    private static Directive Directive(JsonElement json) => new(
        json.GetProperty("key").GetString()!,
        json.GetProperty("value") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : json.GetProperty("value").GetRawText(),
        json.GetProperty("type").GetString()!,
        json.GetProperty("category").GetString()!,
        json.GetProperty("priority").GetInt32());

    private static PromptData Prompt(JsonElement json) => new(
        json.GetProperty("feature_slug").GetString()!,
        json.GetProperty("name").GetString()!,
        json.GetProperty("content").GetString()!,
        json.GetProperty("is_default").GetBoolean());

    private static AiConfigurationData AiConfiguration(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        json.GetProperty("provider").GetString()!,
        json.GetProperty("model_name").GetString()!,
        json.GetProperty("is_active").GetBoolean(),
        json.GetProperty("is_default").GetBoolean());

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Texts(JsonElement json) => [.. json.EnumerateArray().Select(item => item.GetString()!)];

    private static Dictionary<string, string> TextMap(JsonElement json) =>
        json.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal);
}
