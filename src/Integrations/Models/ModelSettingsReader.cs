using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Conversations.ModelAnswers;

namespace FlowEngine.Integrations.Models;

/// <summary>Reads settings so that every fault of every member has a name; no setting is passed over.</summary>
public static class ModelSettingsReader
{
    private const int MaxText = 500;
    private const int MaxSeconds = 600;

    /// <summary>Its API has no sampling parameters since version 2026-10-21.</summary>
    private const string WithoutTemperature = "anthropic";

    /// <summary>The one whose API has embeddings.</summary>
    private const string WithEmbeddings = "openai";

    private static readonly string[] s_members =
        ["endpoint", "api_key", "temperature", "max_tokens", "timeout_seconds", "first_token_seconds", "price", "embedding_model", "thinking_tags"];

    private static readonly string[] s_priceMembers = ["input_per_million", "output_per_million", "currency", "version"];

    /// <param name="json">Null or empty: nothing is set.</param>
    /// <param name="provider">Name of the provider that is to take them.</param>
    /// <returns>Settings, or at least one fault.</returns>
    public static (ModelSettings? Settings, IReadOnlyList<SettingsFault> Faults) Read(string? json, string provider)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return (new(), []);
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, provider) : (null, [NotAnObject("")]);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (null, [new("", "not_json", "The settings are not JSON.")]);
        }
    }

    private static (ModelSettings?, IReadOnlyList<SettingsFault>) Read(JsonElement json, string provider)
    {
        var faults = new List<SettingsFault>();
        var members = new SettingsObject(json, "", s_members, faults);
        var settings = new ModelSettings
        {
            Endpoint = Endpoint(members),
            ApiKey = ApiKey(members),
            Temperature = (double?)members.Number("temperature", 0, 2),
            MaxTokens = (int?)members.Number("max_tokens", 1, 1_000_000, whole: true),
            Timeout = Seconds(members, "timeout_seconds"),
            FirstToken = Seconds(members, "first_token_seconds"),
            ThinkingTags = Tags(members),
            Price = members.TryGet("price", out var price) ? Price(price, faults) : null,
            EmbeddingModel = members.Text("embedding_model", MaxText),
        };
        if (settings.Temperature is not null && provider.Equals(WithoutTemperature, StringComparison.OrdinalIgnoreCase))
        {
            members.Fault("temperature", "not_taken", $"'temperature' is refused by the service of '{WithoutTemperature}': leave it out.");
        }

        if (settings.EmbeddingModel is not null && !provider.Equals(WithEmbeddings, StringComparison.OrdinalIgnoreCase))
        {
            members.Fault("embedding_model", "not_taken", $"'embedding_model' is of '{WithEmbeddings}' alone: leave it out.");
        }

        return faults.Count == 0 ? (settings, faults) : (null, faults);
    }

    private static Uri? Endpoint(SettingsObject members)
    {
        if (members.Text("endpoint", MaxText) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address is { UserInfo: "", Query: "", Fragment: "" })
        {
            return address;
        }

        members.Fault("endpoint", "invalid", "'endpoint' must be an http or https address without user, query and fragment.");
        return null;
    }

    private static string? ApiKey(SettingsObject members)
    {
        var reference = members.Text("api_key", MaxText);
        if (reference is null || SecretReference.NameOf(reference) is not null)
        {
            return reference;
        }

        members.Fault("api_key", "secret_in_clear", "'api_key' must be a reference: secret:NAME, config:NAME or env:NAME. A key itself is never stored here.");
        return null;
    }

    private static TimeSpan? Seconds(SettingsObject members, string name) =>
        members.Number(name, 0.1m, MaxSeconds) is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null;

    private static ThinkingTags? Tags(SettingsObject members)
    {
        if (!members.TryGet("thinking_tags", out var list))
        {
            return null;
        }

        if (list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.String)
            && ThinkingTags.Parse([.. list.EnumerateArray().Select(entry => entry.GetString()!)]) is { } tags)
        {
            return tags;
        }

        members.Fault(
            "thinking_tags", "invalid",
            $"'thinking_tags' must be a list of at most {ThinkingTags.MaxTags} entries: the name of a tag, or an opening and a closing mark with a space between them.");
        return null;
    }

    private static ModelPrice? Price(JsonElement json, List<SettingsFault> faults)
    {
        const string Path = "/price";
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(NotAnObject(Path));
            return null;
        }

        var members = new SettingsObject(json, Path, s_priceMembers, faults);
        foreach (var name in s_priceMembers.Where(name => !members.TryGet(name, out _)))
        {
            members.Fault(name, "missing", $"'{name}' of the price is missing.");
        }

        var (input, output) = (members.Number("input_per_million", 0, 1_000_000), members.Number("output_per_million", 0, 1_000_000));
        var (currency, version) = (members.Text("currency", 3), members.Text("version", 40));
        if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
        {
            members.Fault("currency", "invalid", "'currency' must be three capital letters, such as USD.");
        }

        return input is { } i && output is { } o && currency is not null && version is not null ? new(i, o, currency, version) : null;
    }

    private static SettingsFault NotAnObject(string path) => new(path, "wrong_type", "A JSON object is expected.");
}
