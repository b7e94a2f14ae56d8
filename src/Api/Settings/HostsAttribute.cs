using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using Microsoft.OpenApi;

namespace FlowEngine.Api.Settings;

/// <summary>A list of hosts that flows may call.</summary>
internal sealed class HostsAttribute(int maximum) : BodyRuleAttribute
{
    public override IEnumerable<FieldError> Faults(string pointer, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > maximum)
        {
            return [new(pointer, "invalid", $"'{name}' must be a list of at most {maximum} hosts.")];
        }

        return value.EnumerateArray().Index()
            .Where(entry => entry.Item.ValueKind != JsonValueKind.String || !AllowedHosts.IsEntry(entry.Item.GetString()!))
            .Select(entry => new FieldError(
                $"{pointer}/{entry.Index}", "invalid", "A host is api.example.com, *.example.com, api.example.com:8443 or http://name."));
    }

    public override void Describe(OpenApiSchema schema) => schema.MaxItems = maximum;
}
