using FlowEngine.Conversations;

namespace FlowEngine.Storage.Turns;

/// <summary>The columns of a lead, taken from the payload of its effect: at its top or under <c>fields</c>.</summary>
/// <param name="Fields">JSON of everything that was collected.</param>
public sealed record LeadFields(string? Name, string? Email, string? Phone, string? Source, string Fields)
{
    public static LeadFields Of(Value payload)
    {
        var fields = payload["fields"].Kind == ValueKind.Object ? payload["fields"] : payload;
        return new(
            Text(payload, fields, "name"), Text(payload, fields, "email"), Text(payload, fields, "phone"),
            payload["source"].Text, fields.ToJson());
    }

    private static string? Text(Value payload, Value fields, string name)
    {
        var value = payload[name].IsEmpty ? fields[name] : payload[name];
        return value.IsEmpty ? null : value.ToString();
    }
}
