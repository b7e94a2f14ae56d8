using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common.Tools;

/// <summary>Keeps one lead, with an address that the user wrote: a model may make one up.</summary>
internal sealed class LeadTool(NodeContext context, ModelContext given)
{
    private const string Source = "assistant";

    public EffectIntent? Lead { get; private set; }

    public ToolAnswer Save(Value arguments)
    {
        if (Lead is not null)
        {
            return ToolAnswer.Refuse("already_saved", "The customer's details are saved already.");
        }

        var (email, phone) = (ToolArguments.Text(arguments, "email"), ToolArguments.Text(arguments, "phone"));
        if (email is null && phone is null)
        {
            return ToolAnswer.BadArguments("'email' or 'phone' must be given. Ask the customer for one.");
        }

        var region = PhoneRegion.For(context.Turn.Tenant);
        var readEmail = email is null ? null : EmailAddress.Read(email);
        var readPhone = phone is null ? null : TelephoneNumber.Read(phone, region);
        if ((email is not null && readEmail is null) || (phone is not null && readPhone is null))
        {
            return ToolAnswer.BadArguments($"'{(email is not null && readEmail is null ? "email" : "phone")}' cannot be read. Ask the customer again.");
        }

        // Compared as they are read: an address that is only a part of one that the user wrote is not the user's.
        if ((readEmail is not null && !Written().SelectMany(EmailAddress.FindAll).Contains(readEmail, StringComparer.OrdinalIgnoreCase))
            || (readPhone is not null && !Written().SelectMany(text => TelephoneNumber.FindAll(text, region)).Contains(readPhone, StringComparer.Ordinal)))
        {
            return ToolAnswer.Refuse("not_given", "The customer did not write this. Ask them for it.");
        }

        Lead = Intent(arguments, readEmail, readPhone);
        return ToolAnswer.Of(Value.Object(("saved", Value.Of(true))));
    }

    private EffectIntent Intent(Value arguments, string? email, string? phone)
    {
        var fields = new Dictionary<string, Value>(StringComparer.Ordinal)
        {
            ["name"] = Value.Of(ToolArguments.Text(arguments, "name")),
            ["email"] = Value.Of(email),
            ["phone"] = Value.Of(phone),
            ["note"] = Value.Of(ToolArguments.Text(arguments, "note")),
        };
        var payload = Value.Object(
            ("source", Value.Of(Source)),
            ("language", Value.Of(context.Language)),
            ("fields", Value.Of(fields)));
        return new(EffectKind.Stored, "lead", context.NodeId, context.NewEffectKey(), payload);
    }

    private IEnumerable<string> Written() => given.History
        .Where(message => message.Role == MessageRole.User)
        .Select(message => message.Content)
        .Append(given.UserMessage)
        .Concat(given.Variables.Values.SelectMany(Texts));

    private static IEnumerable<string> Texts(Value value) => value.Kind switch
    {
        ValueKind.List => value.Items.SelectMany(Texts),
        ValueKind.Object => value.Members.Values.SelectMany(Texts),
        _ => [value.ToString()],
    };
}
