using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing.Configurations;

internal static class IntegrationSettings
{
    private static readonly string[] s_contacts = ["phone", "whatsapp", "email", "address", "working_hours", "callback_form"];
    private static readonly string[] s_methods = ["post", "get", "put", "patch", "delete"];
    private static readonly string[] s_secretWords = ["auth", "key", "token", "secret", "cookie", "password"];

    public static void ShareContact(LegacyConfig config)
    {
        config.Note("text_now_shown", config.Node.Pointer, "The legacy engine never showed these contact details.", "They are shown as cards.");
        var written = config.Take("contact_types");
        if (!written.IsArray() || written.GetArrayLength() == 0)
        {
            return;
        }

        var types = written.EnumerateArray().Select(type => type.ToString().Trim().ToLowerInvariant()).ToList();
        config.Data["contact_types"] = new JsonArray([.. types.Where(s_contacts.Contains).Select(type => JsonValue.Create(type))]);
        foreach (var type in types.Where(type => !s_contacts.Contains(type)))
        {
            config.Warn("contact_type_unknown", config.PointerTo("contact_types"), $"There is no contact type {Shown.Of(type)}.", "It is left out.");
        }
    }

    public static void Webhook(LegacyConfig config)
    {
        var url = config.Take("url").Text();
        if (string.IsNullOrWhiteSpace(url))
        {
            config.Decide("required_missing", config.PointerTo("url"), "The webhook has no address.", "Write 'url'.");
        }
        else
        {
            config.Data["url"] = LegacyTemplate.Convert(url, config, config.PointerTo("url"));
        }

        var method = config.Take("method").Text()?.Trim().ToLowerInvariant();
        if (method is not null && s_methods.Contains(method))
        {
            config.Data["method"] = method;
        }
        else if (!string.IsNullOrEmpty(method))
        {
            config.Warn("method_unknown", config.PointerTo("method"), $"There is no method {Shown.Of(method)}.", "It is POST.");
        }

        Headers(config);
        config.CopyNumber("timeout", 1, 30);
        Payload(config);
    }

    private static void Headers(LegacyConfig config)
    {
        var written = config.Take("headers");
        if (!written.IsObject())
        {
            return;
        }

        var headers = new JsonObject();
        foreach (var header in written.EnumerateObject())
        {
            var pointer = JsonPointer.Append(config.PointerTo("headers"), header.Name);
            if (s_secretWords.Any(word => header.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                config.Decide("secret_in_flow", pointer, $"The header {Shown.Of(header.Name)} seems to hold a secret; flows hold none.", "It is left out: have the operator set the secret, and name it in 'secret' (and the header in 'secret_header').");
            }
            else if (!header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && header.Value.ToString() is { Length: > 0 } value)
            {
                headers[header.Name] = LegacyTemplate.Convert(value, config, pointer);
            }
        }

        if (headers.Count > 0)
        {
            config.Data["headers"] = headers;
        }
    }

    private static void Payload(LegacyConfig config)
    {
        const string Sent = "The legacy engine sent the conversation, the message and everything it knew.";
        var written = config.Take("payload");
        if (written.IsObject() && written.EnumerateObject().Any())
        {
            config.Data["payload"] = Converted(config, written, config.PointerTo("payload"));
            config.Warn("payload_only", config.PointerTo("payload"), Sent, "Only 'payload' is sent: add what else the service needs.");
        }
        else if (config.Data["method"]?.GetValue<string>() != "get")
        {
            config.Decide("payload_only", config.PointerTo("payload"), Sent, "Nothing is sent: say in 'payload' what the service needs.");
        }
    }

    private static JsonNode? Converted(LegacyConfig config, JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Select(member =>
            KeyValuePair.Create(member.Name, Converted(config, member.Value, JsonPointer.Append(pointer, member.Name))))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select((item, index) => Converted(config, item, JsonPointer.Append(pointer, index)))]),
        JsonValueKind.String => LegacyTemplate.Convert(value.GetString()!, config, pointer),
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
