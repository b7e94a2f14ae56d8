using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Json;

/// <summary>Reads and writes the JSON columns.</summary>
public static class StoredJson
{
    public static string Write(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, StoredJsonContext.Default.IReadOnlyListString);

    public static string Write(IReadOnlyDictionary<string, string> texts) =>
        JsonSerializer.Serialize(texts, StoredJsonContext.Default.IReadOnlyDictionaryStringString);

    public static string Write(IReadOnlyList<long> ids) => JsonSerializer.Serialize(ids, StoredJsonContext.Default.IReadOnlyListInt64);

    public static string Write(ContactFacts contact) => JsonSerializer.Serialize(contact, StoredJsonContext.Default.ContactFacts);

    public static string Write(ExchangeRates rates) => JsonSerializer.Serialize(rates, StoredJsonContext.Default.ExchangeRates);

    public static string Write(TurnLimits limits) => JsonSerializer.Serialize(limits, StoredJsonContext.Default.TurnLimits);

    public static IReadOnlyList<string> Texts(string? json) => Read(json, StoredJsonContext.Default.IReadOnlyListString) ?? [];

    public static IReadOnlyList<long> Ids(string? json) => Read(json, StoredJsonContext.Default.IReadOnlyListInt64) ?? [];

    public static IReadOnlyDictionary<string, string> TextByLanguage(string? json) =>
        Read(json, StoredJsonContext.Default.IReadOnlyDictionaryStringString) ?? new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, Value> Values(string? json) =>
        Read(json, StoredJsonContext.Default.IReadOnlyDictionaryStringValue) ?? new Dictionary<string, Value>();

    public static ContactFacts Contact(string? json) => Read(json, StoredJsonContext.Default.ContactFacts) ?? new();

    public static ExchangeRates? Rates(string? json) => Read(json, StoredJsonContext.Default.ExchangeRates);

    public static TurnLimits Limits(string? json) => Read(json, StoredJsonContext.Default.TurnLimits) ?? new();

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
