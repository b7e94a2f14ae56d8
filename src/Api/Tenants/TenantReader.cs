using System.Text.Json;
using FlowEngine.Api.Problems;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Api.Tenants;

/// <summary>Reads the body of a request as a change of a tenant, so that every fault has a name.</summary>
internal sealed class TenantReader
{
    private static readonly string[] s_members = ["slug", "name", "languages", "currency", "timeZone", "siteUrl", "isActive"];

    private readonly JsonElement _body;
    private readonly List<FieldError> _errors = [];

    private TenantReader(JsonElement body) => _body = body;

    /// <returns>The change, or what is wrong with the members' types and names.</returns>
    public static (Func<TenantDetails, TenantDetails>? Change, IReadOnlyList<FieldError> Errors) Read(JsonElement body)
    {
        var reader = new TenantReader(body);
        var change = reader.Read();
        return reader._errors.Count == 0 ? (change, []) : (null, reader._errors);
    }

    /// <returns>What is wrong with the values.</returns>
    public static IReadOnlyList<FieldError> Faults(TenantDetails facts, TenantDetails? before) =>
        [.. TenantRules.Faults(facts, before).Select(fault => new FieldError($"/{fault.Member}", "invalid", fault.Detail))];

    private Func<TenantDetails, TenantDetails> Read()
    {
        foreach (var member in _body.EnumerateObject().Where(member => !s_members.Contains(member.Name, StringComparer.Ordinal)))
        {
            _errors.Add(new($"/{member.Name}", "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", s_members)}."));
        }

        var (slug, name, currency, timeZone) = (Text("slug"), Text("name"), Text("currency"), Text("timeZone"));
        var (languages, isActive) = (Languages(), Flag("isActive"));
        var clearsSite = _body.TryGetProperty("siteUrl", out var site) && site.ValueKind == JsonValueKind.Null;
        var siteUrl = clearsSite ? null : Text("siteUrl");
        return facts => facts with
        {
            Slug = slug ?? facts.Slug,
            Name = name ?? facts.Name,
            Currency = currency ?? facts.Currency,
            TimeZone = timeZone ?? facts.TimeZone,
            Languages = languages ?? facts.Languages,
            SiteUrl = clearsSite ? null : siteUrl?.TrimEnd('/') ?? facts.SiteUrl,
            IsActive = isActive ?? facts.IsActive,
        };
    }

    private string? Text(string name) => Member(name, JsonValueKind.String, "text") is { } value ? Plain(value, name) : null;

    private bool? Flag(string name) => !_body.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : Wrong<bool?>(name, "true or false");

    private IReadOnlyList<string>? Languages()
    {
        if (Member("languages", JsonValueKind.Array, "an array of texts") is not { } value)
        {
            return null;
        }

        return value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => Plain(item, "languages") ?? "")]
            : Wrong<IReadOnlyList<string>?>("languages", "an array of texts");
    }

    private JsonElement? Member(string name, JsonValueKind kind, string expected) => !_body.TryGetProperty(name, out var value) ? null
        : value.ValueKind == kind ? value
        : Wrong<JsonElement?>(name, expected);

    private string? Plain(JsonElement value, string name)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Wrong<string?>(name, "text without half surrogate pairs");
        }
    }

    private T? Wrong<T>(string name, string expected)
    {
        _errors.Add(new($"/{name}", "wrong_type", $"'{name}' must be {expected}."));
        return default;
    }
}
