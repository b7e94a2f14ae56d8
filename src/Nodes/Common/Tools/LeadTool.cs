using FlowEngine.Conversations;
using FlowEngine.Nodes.Common.Answers;
using FlowEngine.NodeTypes;

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

        var readEmail = email is null ? null : EmailAnswer.Read(email);
        var readPhone = phone is null ? null : PhoneAnswer.Read(phone, context.Turn.Tenant.Language);
        if ((email is not null && readEmail is null) || (phone is not null && readPhone is null))
        {
            return ToolAnswer.BadArguments($"'{(email is not null && readEmail is null ? "email" : "phone")}' cannot be read. Ask the customer again.");
        }

        if ((email is not null && !Wrote(email)) || (phone is not null && !WroteDigits(phone)))
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

    private bool Wrote(string text) => Written().Any(written => written.Contains(text, StringComparison.OrdinalIgnoreCase));

    private bool WroteDigits(string phone)
    {
        var digits = Digits(phone).TrimStart('0');
        return digits.Length > 0 && Written().Any(written => Digits(written).Contains(digits, StringComparison.Ordinal));
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private IEnumerable<string> Written() => given.History
        .Where(message => message.Role == MessageRole.User)
        .Select(message => message.Content)
        .Append(given.UserMessage)
        .Concat(given.Variables.Values.Select(value => value.ToString()));
}
