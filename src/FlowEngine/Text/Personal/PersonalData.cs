using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Text.Personal;

/// <summary>
/// Values without what is personal: what is stored, logged or exported of a conversation beside its messages and its state goes through here. A value is
/// hidden where it is marked, then by its name; then what looks like an address or a number of a person is taken out of texts.
/// </summary>
public static class PersonalData
{
    /// <summary>What a catalogue or a knowledge base answers is the tenant's own, and a replay needs it as it was.</summary>
    private static readonly string[] s_ownPorts = ["catalog.", "knowledge."];

    /// <summary>A variable, or a payload that was made of variables: hidden where the name is of something personal, at any depth.</summary>
    public static Value Clean(string name, Value value, IReadOnlyCollection<string>? personal = null) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Boolean => value,
        ValueKind.List => Value.Of([.. value.Items.Select(item => Clean(name, item, personal))]),
        ValueKind.Object => Value.Of(value.Members.ToDictionary(
            member => member.Key, member => Clean(PersonalNames.Within(name, member.Key), member.Value, personal), StringComparer.Ordinal)),
        _ when PersonalNames.Has(name) => Value.Of(PersonalText.Hidden),
        _ => CleanScalar(value, personal),
    };

    /// <summary>What somebody else answered: a bare <c>name</c> is hidden only where it is a person's.</summary>
    public static Value CleanAnswer(Value value, IReadOnlyCollection<string>? personal = null) => CleanAnswer("", value, isPerson: false, personal);

    /// <summary>An answer of a port as it is kept with its turn.</summary>
    public static string CleanAnswer(OutsideAnswer answer, IReadOnlyCollection<string> personal)
    {
        if (s_ownPorts.Any(port => answer.Port.StartsWith(port, StringComparison.Ordinal)))
        {
            return answer.Answer;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Answer);
            var value = Value.FromJson(document.RootElement);
            var cleaned = CleanAnswer(value, personal);
            return cleaned == value ? answer.Answer : cleaned.ToJson();
        }
        catch (JsonException)
        {
            return Value.Of(PersonalText.Clean(answer.Answer, personal)).ToJson();
        }
    }

    private static Value CleanAnswer(string name, Value value, bool isPerson, IReadOnlyCollection<string>? personal)
    {
        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Boolean:
                return value;
            case ValueKind.List:
                return Value.Of([.. value.Items.Select(item => CleanAnswer(name, item, isPerson, personal))]);
            case ValueKind.Object:
                var isWithin = isPerson || PersonalNames.IsPerson(name);
                var isOne = isWithin || value.Members.Keys.Any(key => PersonalNames.Has(key) && !PersonalNames.IsShared(key));
                return Value.Of(value.Members.ToDictionary(
                    member => member.Key, member => CleanAnswer(member.Key, member.Value, IsNested(member.Value) ? isWithin : isOne, personal), StringComparer.Ordinal));
            default:
                return IsHidden(name, isPerson) ? Value.Of(PersonalText.Hidden) : CleanScalar(value, personal);
        }
    }

    private static bool IsNested(Value value) => value.Kind is ValueKind.Object or ValueKind.List;

    private static bool IsHidden(string name, bool isPerson) => PersonalNames.Has(name) && (isPerson || !PersonalNames.IsShared(name));

    private static Value CleanScalar(Value value, IReadOnlyCollection<string>? personal)
    {
        var text = value.ToString();
        var cleaned = PersonalText.Clean(text, personal);
        return cleaned == text ? value : Value.Of(cleaned);
    }
}
