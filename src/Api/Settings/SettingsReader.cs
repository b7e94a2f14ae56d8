using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Api.Settings;

/// <summary>Reads the body of a PUT member by member, so that every fault has a name, into a change of the settings that are there.</summary>
internal sealed class SettingsReader
{
    private const int MaxText = 2000;
    private const int MaxHosts = 100;

    private static readonly string[] s_members =
        ["defaultFlow", "fallbackText", "anonymousChat", "chatDisabled", "allowedHosts", "limits"];

    private readonly List<FieldError> _errors = [];
    private readonly TenantSnapshot _tenant;

    private SettingsReader(TenantSnapshot tenant) => _tenant = tenant;

    public static (Func<TenantSettings, TenantSettings>? Change, ApiProblem? Problem) Read(JsonElement body, TenantSnapshot tenant) =>
        new SettingsReader(tenant).Read(body);

    private (Func<TenantSettings, TenantSettings>?, ApiProblem?) Read(JsonElement body)
    {
        List<Func<TenantSettings, TenantSettings>> changes = [.. body.EnumerateObject().Select(Change)];
        return _errors.Count == 0
            ? (settings => changes.Aggregate(settings, (changed, change) => change(changed)), null)
            : (null, ApiProblems.InvalidRequest(_errors));
    }

    private Func<TenantSettings, TenantSettings> Change(JsonProperty member)
    {
        switch (member.Name)
        {
            case "defaultFlow":
                var flow = DefaultFlow(member.Value);
                return settings => settings with { DefaultFlow = flow };
            case "fallbackText":
                var texts = FallbackText(member.Value);
                return settings => settings with { FallbackText = texts };
            case "anonymousChat":
                var anonymous = Flag(member);
                return settings => settings with { AnonymousChat = anonymous };
            case "chatDisabled":
                var disabled = Flag(member);
                return settings => settings with { ChatDisabled = disabled };
            case "allowedHosts":
                var hosts = Hosts(member.Value);
                return settings => settings with { AllowedHosts = hosts };
            case "limits":
                var limits = new LimitsReader("/limits", _errors).Read(member.Value);
                return settings => settings with { Limits = limits };
            default:
                Fault($"/{BodyMembers.Escaped(member.Name)}", "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", s_members)}.");
                return settings => settings;
        }
    }

    /// <summary>What is the default already may stay, active or not.</summary>
    private string? DefaultFlow(JsonElement value)
    {
        var name = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            Fault("/defaultFlow", "wrong_type", "'defaultFlow' must be the name of a flow.");
        }
        else if (name is not null && name != _tenant.Profile.Settings.DefaultFlow && !_tenant.ActiveFlows.ContainsKey(name))
        {
            Fault("/defaultFlow", "flow_unknown", $"The tenant has no active flow '{name}'; active are {string.Join(", ", _tenant.ActiveFlows.Keys)}.");
        }

        return name;
    }

    private Dictionary<string, string> FallbackText(JsonElement value)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            Fault("/fallbackText", "wrong_type", "'fallbackText' must be an object of texts by language.");
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var text in value.EnumerateObject())
            {
                texts[text.Name] = Text(text);
            }
        }

        return texts;
    }

    private string Text(JsonProperty member)
    {
        if (!LanguageTag.IsCode(member.Name))
        {
            Fault($"/fallbackText/{BodyMembers.Escaped(member.Name)}", "invalid", $"'{member.Name}' is not a language. Write an ISO 639-1 code, such as 'en'.");
        }

        if (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { } text
            && !UnicodeText.IsBlank(text) && UnicodeText.Length(text) <= MaxText)
        {
            return text;
        }

        Fault($"/fallbackText/{BodyMembers.Escaped(member.Name)}", "invalid", $"'fallbackText' must have texts of 1 to {MaxText} characters.");
        return "";
    }

    private List<string> Hosts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MaxHosts)
        {
            Fault("/allowedHosts", "invalid", $"'allowedHosts' must be a list of at most {MaxHosts} hosts.");
            return [];
        }

        var hosts = new List<string>();
        foreach (var (index, entry) in value.EnumerateArray().Index())
        {
            if (entry.ValueKind == JsonValueKind.String && entry.GetString() is { } host && AllowedHosts.IsEntry(host))
            {
                hosts.Add(host);
            }
            else
            {
                Fault($"/allowedHosts/{index}", "invalid", "A host is api.example.com, *.example.com, api.example.com:8443 or http://name.");
            }
        }

        return hosts;
    }

    private bool Flag(JsonProperty member)
    {
        if (member.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null))
        {
            Fault($"/{member.Name}", "wrong_type", $"'{member.Name}' must be true or false.");
        }

        return member.Value.ValueKind == JsonValueKind.True;
    }

    private void Fault(string pointer, string code, string detail) => _errors.Add(new(pointer, code, detail));
}
