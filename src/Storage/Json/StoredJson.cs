using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Json;

/// <summary>Reads and writes the JSON columns.</summary>
public static class StoredJson
{
    // Columns are read by people too: letters beyond ASCII stay as they are.
    private static readonly StoredJsonContext s_types = new(new JsonSerializerOptions(StoredJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, s_types.IReadOnlyListString);

    public static string Write(IReadOnlyDictionary<string, string> texts) =>
        JsonSerializer.Serialize(texts, s_types.IReadOnlyDictionaryStringString);

    public static string Write(IReadOnlyDictionary<string, Value> values) =>
        JsonSerializer.Serialize(values, s_types.IReadOnlyDictionaryStringValue);

    public static string Write(IReadOnlyList<long> ids) => JsonSerializer.Serialize(ids, s_types.IReadOnlyListInt64);

    public static string Write(ContactFacts contact) => JsonSerializer.Serialize(contact, s_types.ContactFacts);

    public static string Write(ExchangeRates rates) => JsonSerializer.Serialize(rates, s_types.ExchangeRates);

    public static string Write(LimitSettings limits) => JsonSerializer.Serialize(limits, s_types.LimitSettings);

    public static IReadOnlyList<string> Texts(string? json) => Read(json, s_types.IReadOnlyListString) ?? [];

    public static IReadOnlyList<long> Ids(string? json) => Read(json, s_types.IReadOnlyListInt64) ?? [];

    public static IReadOnlyDictionary<string, string> TextByLanguage(string? json) =>
        Read(json, s_types.IReadOnlyDictionaryStringString) ?? new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, Value> Values(string? json) =>
        Read(json, s_types.IReadOnlyDictionaryStringValue) ?? new Dictionary<string, Value>();

    public static ContactFacts Contact(string? json) => Read(json, s_types.ContactFacts) ?? new();

    public static ExchangeRates? Rates(string? json) => Read(json, s_types.ExchangeRates);

    public static LimitSettings Limits(string? json) => Read(json, s_types.LimitSettings) ?? new();

    /// <summary>Rows may be edited with any tool: what is no JSON of the kind counts as absent.</summary>
    private static T? Read<T>(string? json, JsonTypeInfo<T> type)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
